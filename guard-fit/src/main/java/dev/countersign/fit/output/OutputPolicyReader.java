package dev.countersign.fit.output;

import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an output policy. What stands at the top holds for every destination; below {@code
 * destinations} stands what is different for one.
 *
 * <pre>
 * output-policy: 1
 * hosts: [docs.example.com, "*.cdn.example.com"]
 * data: { email: reject }
 * destinations:
 *   markdown: { images: listed, links: listed }
 *   sql: { tables: [orders, customers] }
 * </pre>
 */
public final class OutputPolicyReader {
  /** The key at the top of such a file; its value is the version of the language, 1. */
  public static final String KEY = "output-policy";

  private static final int SHORTEST_CANARY = 8;

  private final Problems problems;

  /** Which tells what is wrong. */
  public OutputPolicyReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a file; empty where something is wrong with it. */
  public Optional<OutputPolicy> read(Path file) {
    return YamlFile.read(file, problems).flatMap(this::read);
  }

  /** Reads a file that was parsed; empty where something is wrong with it. */
  public Optional<OutputPolicy> read(YamlNode root) {
    MapReader map = MapReader.of(root, "an output policy", problems);
    map.required(KEY, "the version of the language, 1").word(KEY, List.of("1"));
    DestinationSection section = new DestinationSection(problems);
    DestinationPolicy usual = section.read(map, DestinationPolicy.usual(), Optional.empty());
    List<String> canaries = canaries(map);
    Map<Destination, DestinationPolicy> destinations =
        map.node("destinations").map(node -> destinations(node, usual)).orElse(Map.of());
    map.done();
    return problems.isEmpty()
        ? Optional.of(new OutputPolicy(destinations, usual, canaries))
        : Optional.empty();
  }

  private List<String> canaries(MapReader map) {
    List<Scalar> canaries = map.scalars("canaries");
    for (Scalar canary : canaries) {
      if (canary.text().chars().filter(Character::isLetterOrDigit).count() < SHORTEST_CANARY) {
        problems.expected(
            canary,
            "a word of at least eight letters and digits",
            "Shorter ones are found in harmless text; take sixteen random ones.");
      }
    }
    return canaries.stream().map(Scalar::text).toList();
  }

  private Map<Destination, DestinationPolicy> destinations(YamlNode node, DestinationPolicy usual) {
    Map<Destination, DestinationPolicy> destinations = new EnumMap<>(Destination.class);
    if (!(node instanceof Mapping mapping)) {
      problems.expected(node, "a map of destinations", "Write it as 'html: { … }' lines.");
      return destinations;
    }
    List<String> words = Stream.of(Destination.values()).map(Destination::word).toList();
    for (Entry entry : mapping.entries()) {
      Optional<Destination> destination = Destination.of(entry.key().text());
      if (destination.isEmpty()) {
        problems.unknownKey(entry.key(), words);
      } else {
        destinations.put(destination.get(), one(entry.value(), usual, destination.get()));
      }
    }
    return destinations;
  }

  private DestinationPolicy one(YamlNode node, DestinationPolicy usual, Destination destination) {
    MapReader map = MapReader.of(node, "what holds for a destination", problems);
    DestinationPolicy policy =
        new DestinationSection(problems).read(map, usual, Optional.of(destination));
    map.done();
    return policy;
  }
}
