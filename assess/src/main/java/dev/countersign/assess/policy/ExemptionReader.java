package dev.countersign.assess.policy;

import dev.countersign.assess.policy.Exemption.Scope;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one entry of {@code exemptions}. */
final class ExemptionReader {
  private final Problems problems;

  private ExemptionReader(Problems problems) {
    this.problems = problems;
  }

  static Optional<Exemption> read(YamlNode node, Problems problems) {
    return new ExemptionReader(problems).exemption(node);
  }

  private Optional<Exemption> exemption(YamlNode node) {
    MapReader map =
        MapReader.of(node, "an exemption", problems)
            .required("system", "the id of the system it is for")
            .required("reason", "why the finding does not count")
            .required("by", "who decided")
            .required("until", "the last day on which it holds, as 2027-06-30");
    SortedMap<Scope, Scalar> named = named(map);
    Optional<String> system = map.text("system");
    Optional<String> reason = map.text("reason");
    Optional<String> by = map.text("by");
    Optional<LocalDate> until = map.date("until");
    map.done();
    if (!namesOne(node, named)
        || system.isEmpty()
        || reason.isEmpty()
        || by.isEmpty()
        || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Exemption(
            named.firstKey(),
            named.get(named.firstKey()).text(),
            system.get(),
            reason.get(),
            by.get(),
            until.get(),
            node.place()));
  }

  private static SortedMap<Scope, Scalar> named(MapReader map) {
    SortedMap<Scope, Scalar> named = new TreeMap<>();
    for (Scope scope : Scope.values()) {
      map.scalar(scope.word()).ifPresent(id -> named.put(scope, id));
    }
    return named;
  }

  private boolean namesOne(YamlNode node, SortedMap<Scope, Scalar> named) {
    if (named.size() == 1) {
      return true;
    }
    problems.add(
        "exemption-scope",
        node.span(),
        named.isEmpty() ? "the exemption names nothing" : "the exemption names more than one thing",
        "exactly one of " + String.join(", ", words()),
        named.isEmpty() ? "Name what is exempt." : "Write one exemption for each.");
    return false;
  }

  private static List<String> words() {
    return Arrays.stream(Scope.values()).map(Scope::word).toList();
  }
}
