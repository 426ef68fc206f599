package dev.countersign.assess.signoff;

import dev.countersign.assess.signoff.Dependency.Kind;
import dev.countersign.model.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answer to a threat, an argument each, so that a difference says which one. */
final class AnswerParts {
  static final String KIND = "kind";
  static final String STATE = "state";
  static final String CONTROL = "control";
  static final String OPEN = "open";

  /** Of a question: the threats about which it decides. */
  static final String DECIDES = "decides";

  private AnswerParts() {}

  static Stream<Dependency> of(Optional<Resolution> resolution) {
    return Stream.concat(
        Stream.of(Dependency.of(Kind.ANSWER, KIND, resolution.map(Resolution::kind).orElse(OPEN))),
        resolution.stream().flatMap(AnswerParts::arguments));
  }

  private static Stream<Dependency> arguments(Resolution resolution) {
    String kind = resolution.kind() + ".";
    return switch (resolution) {
      case Resolution.ByControl by -> Stream.of(controls(by.controls()));
      case Resolution.Planned planned ->
          Stream.of(
              controls(planned.control().stream().toList()),
              argument(kind + "owner", planned.owner()),
              argument(kind + "by", planned.by()),
              argument(kind + "ticket", planned.ticket()));
      case Resolution.Accepted accepted ->
          Stream.of(
              argument(kind + "by", accepted.by()),
              argument(kind + "until", accepted.until()),
              argument(kind + "reason", accepted.reason()),
              argument(kind + "record", accepted.record()));
      case Resolution.DesignedOut out ->
          Stream.of(
              argument(kind + "change", out.change()),
              argument(kind + "reference", out.reference()));
    };
  }

  private static Dependency controls(List<String> ids) {
    return Dependency.ids(Kind.ANSWER, CONTROL, ids);
  }

  /** An argument, named {@code kind.argument}: the same word means different things in each. */
  static Dependency argument(String name, Optional<?> value) {
    return new Dependency(Kind.ANSWER, name, value.map(Object::toString).stream().toList(), false);
  }
}
