package dev.countersign.assess.change;

import dev.countersign.model.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Answers as the file gives them, compared argument by argument. */
final class Answers {
  private static final String UNSTATED = "not stated";

  private Answers() {}

  /** Whether both say the same, wherever they stand. */
  static boolean same(Optional<Resolution> one, Optional<Resolution> other) {
    return one.map(Resolution::kind).equals(other.map(Resolution::kind))
        && one.map(Answers::arguments).equals(other.map(Answers::arguments));
  }

  /** What differs, each one sentence; nothing where both say the same. */
  static List<String> differences(Optional<Resolution> was, Optional<Resolution> is) {
    if (same(was, is)) {
      return List.of();
    }
    if (was.isEmpty() || is.isEmpty()) {
      return List.of(
          was.map(gone -> "Its answer was taken out: " + said(gone) + ".")
              .orElseGet(
                  () -> is.map(come -> "It is answered: " + said(come) + ".").orElseThrow()));
    }
    return was.get().kind().equals(is.get().kind())
        ? arguments(was.get(), is.get())
        : List.of("It was answered: " + said(was.get()) + ". It is now: " + said(is.get()) + ".");
  }

  private static List<String> arguments(Resolution was, Resolution is) {
    Map<String, String> old = arguments(was);
    Map<String, String> now = arguments(is);
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    List<String> sentences = new ArrayList<>();
    for (String name : names) {
      Optional<String> before = Optional.ofNullable(old.get(name));
      Optional<String> after = Optional.ofNullable(now.get(name));
      if (!before.equals(after)) {
        sentences.add(
            "In its answer (%s), %s went from %s to %s."
                .formatted(is.kind(), name, before.orElse(UNSTATED), after.orElse(UNSTATED)));
      }
    }
    return sentences;
  }

  private static Map<String, String> arguments(Resolution resolution) {
    return resolution instanceof Resolution.ByControl by
        ? Map.of("control", String.join(", ", new TreeSet<>(by.controls())))
        : resolution.arguments();
  }

  /**
   * The answer as a phrase, such as {@code accepted by Risk Committee until 2027-06-30 (MRC-1)}.
   */
  static String said(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ByControl by -> "by " + String.join(", ", by.controls());
      case Resolution.Planned planned ->
          "planned: "
              + planned.control().orElse("a control")
              + planned.by().map(day -> " by " + day).orElse("")
              + planned.owner().map(owner -> ", owner " + owner).orElse("")
              + inParentheses(planned.ticket());
      case Resolution.Accepted accepted ->
          "accepted"
              + accepted.by().map(body -> " by " + body).orElse("")
              + accepted.until().map(day -> " until " + day).orElse("")
              + inParentheses(accepted.record());
      case Resolution.DesignedOut out -> "designed out" + inParentheses(out.reference());
    };
  }

  private static String inParentheses(Optional<String> text) {
    return text.map(given -> " (" + given + ")").orElse("");
  }
}
