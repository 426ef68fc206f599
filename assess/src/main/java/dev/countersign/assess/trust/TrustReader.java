package dev.countersign.assess.trust;

import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code countersign-trust.yaml}: either whom it trusts or everything that is wrong. */
public final class TrustReader {
  private static final String VERSION_KEY = "countersign-trust";
  private static final String VERSION = "1";

  /** More are no policy that somebody has thought about. */
  private static final int MOST = 10_000;

  private final Problems problems = new Problems();
  private final Path file;
  private final String shown;
  private final MaterialFiles material;

  private TrustReader(Path file) {
    this.file = file.toAbsolutePath().normalize();
    this.shown = YamlFile.shownName(file);
    this.material = new MaterialFiles(this.file, problems);
  }

  /**
   * What reading gave.
   *
   * @param trusted present exactly when {@code problems} is empty
   * @param problems sorted by place
   */
  public record Result(Optional<Trusted> trusted, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
      if (trusted.isPresent() != problems.isEmpty()) {
        throw new IllegalArgumentException("either a trust policy or problems");
      }
    }
  }

  /** Reads a file, and the keys and certificates that it names. */
  public static Result read(Path file) {
    TrustReader reader = new TrustReader(file);
    return reader.result(YamlFile.read(file, reader.problems).map(reader::trusted));
  }

  /** Reads text that would stand in that file. */
  public static Result parse(Path file, String text) {
    TrustReader reader = new TrustReader(file);
    return reader.result(YamlFile.parse(reader.shown, text, reader.problems).map(reader::trusted));
  }

  private Result result(Optional<Trusted> trusted) {
    return problems.isEmpty()
        ? new Result(trusted, List.of())
        : new Result(Optional.empty(), problems.sorted());
  }

  private Trusted trusted(YamlNode root) {
    MapReader map = MapReader.of(root, "a trust policy", problems);
    version(map);
    Map<String, Place> places = new LinkedHashMap<>();
    List<Identity> identities = identities(map, places);
    List<Place> rulePlaces = new ArrayList<>();
    List<Rule> rules = rules(map, places, rulePlaces);
    Optional<Path> sigstoreRoot = sigstoreRoot(map);
    map.done();
    return new Trusted(
        new TrustPolicy(shown, identities, rules, sigstoreRoot),
        file,
        material.read(),
        places,
        rulePlaces);
  }

  private void version(MapReader map) {
    map.required(VERSION_KEY, "the version of the trust policy's language, which is " + VERSION)
        .scalar(VERSION_KEY)
        .filter(version -> !version.text().equals(VERSION))
        .ifPresent(version ->
            problems.expected(
                version, VERSION, "Write 1, or update Countersign if the file is newer."));
  }

  private List<Identity> identities(MapReader map, Map<String, Place> places) {
    List<Identity> identities = new ArrayList<>();
    IdentityReader reader = new IdentityReader(material, problems);
    for (Entry entry : identityEntries(map)) {
      reader
          .read(entry)
          .ifPresent(identity -> {
            identities.add(identity);
            reader.refuseTwin(identity, entry.key());
          });
      // A wrong identity is no unknown one: each mistake is told once.
      places.put(entry.key().text(), entry.key().place());
    }
    return identities;
  }

  private List<Entry> identityEntries(MapReader map) {
    return map.node("identities")
        .map(node -> MapReader.of(node, "identities by id", problems).map())
        .map(found -> bounded(found.entries(), found))
        .orElse(List.of());
  }

  private List<Rule> rules(MapReader map, Map<String, Place> identities, List<Place> places) {
    List<Rule> rules = new ArrayList<>();
    for (YamlNode node : ruleNodes(map)) {
      RuleReader.read(node, identities.keySet(), problems)
          .ifPresent(rule -> {
            rules.add(rule);
            places.add(node.place());
          });
    }
    return rules;
  }

  private List<YamlNode> ruleNodes(MapReader map) {
    return switch (map.node("rules").orElse(new Sequence(List.of(), map.map().span()))) {
      case Sequence list -> bounded(list.items(), list);
      case YamlNode other -> {
        problems.expected(other, "a list of rules", "Start each rule with '- '.");
        yield List.of();
      }
    };
  }

  private <T> List<T> bounded(List<T> items, YamlNode node) {
    if (items.size() > MOST) {
      problems.add(
          "too-many",
          node.span(),
          items.size() + " are too many",
          "at most " + MOST,
          "Trust groups by a certificate authority in place of single keys.");
    }
    return items.subList(0, Math.min(items.size(), MOST));
  }

  private Optional<Path> sigstoreRoot(MapReader map) {
    Optional<YamlNode> node = map.node("sigstore");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    MapReader sigstore = MapReader.of(node.get(), "{ trusted-root: FILE }", problems);
    if (node.get() instanceof Mapping) {
      sigstore.required("trusted-root", "the file with the trusted root of Sigstore");
    }
    Optional<Scalar> root = sigstore.scalar("trusted-root");
    sigstore.done();
    return root.flatMap(material::find);
  }
}
