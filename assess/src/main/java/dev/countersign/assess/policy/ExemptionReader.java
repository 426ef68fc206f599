package dev.countersign.assess.policy;

import dev.countersign.assess.policy.Exemption.Scope;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    MapReader map = MapReader.of(node, "an exemption", problems);
    if (!(node instanceof Mapping)) {
      return Optional.empty();
    }
    map.required("system", "the id of the system it is for")
        .required("reason", "why the finding does not count")
        .required("by", "who decided")
        .required("until", "the last day on which it holds, as 2027-06-30");
    Optional<Named> named = onlyOne(node, named(map));
    Optional<String> system = map.text("system");
    Optional<String> reason = map.text("reason");
    Optional<String> by = map.text("by");
    Optional<LocalDate> until = map.date("until");
    map.done();
    if (named.isEmpty()
        || system.isEmpty()
        || reason.isEmpty()
        || by.isEmpty()
        || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Exemption(
            named.get().scope(),
            named.get().id(),
            system.get(),
            reason.get(),
            by.get(),
            until.get(),
            node.place()));
  }

  private static List<Named> named(MapReader map) {
    List<Named> named = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      map.text(scope.word()).ifPresent(id -> named.add(new Named(scope, id)));
    }
    return named;
  }

  private Optional<Named> onlyOne(YamlNode node, List<Named> named) {
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    problems.add(
        "exemption-scope",
        node.span(),
        named.isEmpty() ? "the exemption names nothing" : "the exemption names more than one thing",
        "exactly one of " + String.join(", ", words()),
        named.isEmpty() ? "Name what is exempt." : "Write one exemption for each.");
    return Optional.empty();
  }

  private static List<String> words() {
    return Arrays.stream(Scope.values()).map(Scope::word).toList();
  }

  private record Named(Scope scope, String id) {}
}
