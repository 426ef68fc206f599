package dev.countersign.derive.rules;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions of rules as CEL binds them: without state, each on the system of its subject. */
final class Bindings {
  /** Names written out in a sentence; of more only the number is told. */
  private static final int NAMES = 4;

  private static final String WHOLE = "whole";

  private Bindings() {}

  static List<CelFunctionBinding> all() {
    return List.of(
        CelFunctionBinding.from("fact", Object.class, String.class, Bindings::fact),
        CelFunctionBinding.from("influencers", Object.class, x -> influencers(x, WHOLE)),
        CelFunctionBinding.from(
            "influencers_at", Object.class, String.class, Bindings::influencers),
        CelFunctionBinding.from("observers", Object.class, x -> observers(x, WHOLE)),
        CelFunctionBinding.from("observers_at", Object.class, String.class, Bindings::observers),
        CelFunctionBinding.from("reaches", Object.class, Object.class, Bindings::reaches),
        CelFunctionBinding.from("decisions", Object.class, Bindings::decisions),
        CelFunctionBinding.from("gains", Object.class, Object.class, Bindings::gains),
        CelFunctionBinding.from("names", List.class, Bindings::names));
  }

  private static Object reaches(Object from, Object to) {
    return from instanceof Subject a && to instanceof Subject b && a.functions().reaches(a, b);
  }

  private static Object decisions(Object x) {
    return x instanceof Subject subject ? subject.functions().decisions(subject) : List.of();
  }

  private static Object gains(Object who, Object what) {
    return who instanceof Subject actor && what instanceof Subject decision
        ? actor.functions().gains(actor, decision)
        : false;
  }

  private static Object fact(Object x, String field) {
    return x instanceof Subject subject
        ? subject.functions().fact(subject, field)
        : NullValue.NULL_VALUE;
  }

  private static Object influencers(Object x, String port) {
    return x instanceof Subject subject
        ? subject.functions().influencers(subject, port)
        : List.of();
  }

  private static Object observers(Object x, String port) {
    return x instanceof Subject subject ? subject.functions().observers(subject, port) : List.of();
  }

  private static Object names(List<?> things) {
    List<String> names = new ArrayList<>();
    for (Object thing : things) {
      if (!(thing instanceof Subject.Somebody) && !names.contains(String.valueOf(thing))) {
        names.add(String.valueOf(thing));
      }
    }
    int more = names.size() - NAMES;
    List<String> shown = more > 1 ? new ArrayList<>(names.subList(0, NAMES)) : names;
    if (more > 1) {
      shown.add(more + " more");
    }
    return join(shown).orElse("nobody known");
  }

  private static Optional<String> join(List<String> names) {
    if (names.size() < 2) {
      return names.stream().findFirst();
    }
    return Optional.of(
        String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast());
  }
}
