package dev.countersign.fit.output;

import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.Hosts;
import dev.countersign.guard.output.policy.NumberRange;
import dev.countersign.guard.output.policy.Reach;
import dev.countersign.guard.output.value.JsonShape;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what holds for a destination, or for all of them. */
final class DestinationSection {
  private static final int LONGEST = 100_000_000;

  private final Problems problems;

  DestinationSection(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads the keys of a destination.
   *
   * @param destination which one; empty for what holds for all
   */
  DestinationPolicy read(
      MapReader map, DestinationPolicy usual, Optional<Destination> destination) {
    return new DestinationPolicy(
        hosts(map, usual),
        word(map, "images", Reach.values(), Reach::word, usual.images()),
        word(map, "links", Reach.values(), Reach::word, usual.links()),
        data(map, usual),
        (int) number(map, "max-length", usual.maxLength(), 1, LONGEST),
        word(map, "fail", FailMode.values(), FailMode::word, usual.fail()),
        is(destination, Destination.JSON) ? schema(map) : Optional.empty(),
        is(destination, Destination.SHELL_COMMAND) ? map.texts("commands") : List.of(),
        is(destination, Destination.SQL) ? map.texts("tables") : List.of(),
        is(destination, Destination.NUMBERS) ? numbers(map) : NumberRange.any());
  }

  private static boolean is(Optional<Destination> one, Destination other) {
    return one.filter(other::equals).isPresent();
  }

  private Hosts hosts(MapReader map, DestinationPolicy usual) {
    if (map.node("hosts").isEmpty()) {
      return usual.hosts();
    }
    List<Scalar> names = map.scalars("hosts");
    for (Scalar name : names) {
      if (!name.text().matches("(\\*\\.)?[A-Za-z0-9.-]{1,253}")) {
        problems.expected(
            name,
            "the name of a host in ASCII, or *. and one",
            "Write it without a scheme and a path; names outside ASCII as xn--….");
      }
    }
    return new Hosts(names.stream().map(Scalar::text).toList());
  }

  private <T> T word(MapReader map, String key, T[] values, Function<T, String> word, T otherwise) {
    Optional<String> given = map.word(key, Stream.of(values).map(word).toList());
    return Stream.of(values)
        .filter(value -> given.filter(word.apply(value)::equals).isPresent())
        .findFirst()
        .orElse(otherwise);
  }

  private Map<DataClass, Decision> data(MapReader map, DestinationPolicy usual) {
    Map<DataClass, Decision> data = new EnumMap<>(DataClass.class);
    data.putAll(usual.data());
    Optional<YamlNode> node = map.node("data");
    if (node.isPresent()) {
      MapReader classes = MapReader.of(node.get(), "a decision for each class of data", problems);
      for (DataClass one : DataClass.values()) {
        Decision now = data.getOrDefault(one, one.usual());
        data.put(one, word(classes, one.word(), Decision.values(), Decision::word, now));
      }
      classes.done();
    }
    return data;
  }

  private Optional<JsonNode> schema(MapReader map) {
    Optional<YamlNode> node = map.node("schema");
    Optional<JsonNode> schema = node.map(YamlJson::of);
    schema
        .flatMap(JsonShape::unknown)
        .ifPresent(word ->
            problems.expected(
                node.get(),
                "a schema of the words that the gate checks, and '" + word + "' is none",
                "See docs/guard-output.md for the words, or check the rest in the program."));
    return schema;
  }

  private NumberRange numbers(MapReader map) {
    NumberRange any = NumberRange.any();
    double infinity = Double.POSITIVE_INFINITY;
    return new NumberRange(
        number(map, "min", any.min(), -infinity, infinity),
        number(map, "max", any.max(), -infinity, infinity),
        number(map, "step", any.step(), 0, infinity),
        number(map, "sum", any.sum(), -infinity, infinity),
        number(map, "tolerance", any.tolerance(), 0, infinity),
        (int) number(map, "least", any.least(), 0, Integer.MAX_VALUE),
        (int) number(map, "most", any.most(), 0, Integer.MAX_VALUE));
  }

  private double number(MapReader map, String key, double otherwise, double least, double most) {
    Optional<Scalar> given = map.scalar(key);
    if (given.isEmpty()) {
      return otherwise;
    }
    double value = YamlJson.number(given.get().text()).orElse(Double.NaN);
    if (value >= least && value <= most) {
      return value;
    }
    problems.expected(given.get(), "a number", "Write it in digits, for example 0.5.");
    return otherwise;
  }
}
