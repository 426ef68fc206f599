package dev.countersign.cli.init;

import dev.countersign.cli.terminal.Safe;
import dev.countersign.discover.draft.Draft;
import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.List;

/** Tells what was drafted, what was left out, and what to do next. */
public final class Summary {
  private static final int LISTED = 6;

  private Summary() {}

  /**
   * What was drafted.
   *
   * @param place where the draft is, as the user would type it
   */
  public static String drafted(Drafting drafting, String place) {
    Draft draft = drafting.draft();
    StringBuilder text = new StringBuilder();
    text.append("Drafted ").append(place).append(" from ").append(files(drafting)).append(": ");
    text.append(String.join(", ", counts(draft))).append(".\n");
    leftOut(drafting, text);
    if (draft.assumed() > 0) {
      text.append(assumed(draft.assumed()));
    }
    return text.toString();
  }

  /**
   * What to do next.
   *
   * @param command the check of the draft
   * @param questions how many it asks
   * @param threats how many it lists
   */
  public static String next(String command, int questions, int threats) {
    return """

    Next
      1. Read it, correct it, and add what no file shows: who uses the system (actors), and what
         its answers lead to (decisions).
      2. %s
         It asks %s and lists %s so far.
    """
        .formatted(command, count(questions, "question"), count(threats, "threat"));
  }

  /** What to do where nothing was found. */
  public static String nothing(Drafting drafting) {
    StringBuilder text = new StringBuilder();
    text.append("Nothing to draft: in ").append(files(drafting));
    text.append(" there is no model, no ML or LLM library in use, no prompt and no tool.\n");
    leftOut(drafting, text);
    text.append(
        """
        If the system is elsewhere, name its folder: countersign init PATH
        To start from a file with every section explained: countersign init --empty
        """);
    return text.toString();
  }

  private static String files(Drafting drafting) {
    return count(drafting.inventory().files(), "file");
  }

  private static List<String> counts(Draft draft) {
    List<String> counts = new ArrayList<>();
    for (ElementKind kind : ElementKind.values()) {
      int size = draft.of(kind).size();
      if (size > 0) {
        counts.add(size == 1 ? "1 " + kind.word() : size + " " + kind.section());
      }
    }
    return counts;
  }

  private static void leftOut(Drafting drafting, StringBuilder text) {
    List<String> sentences = new ArrayList<>(drafting.inventory().limits());
    for (ElementKind kind : ElementKind.values()) {
      drafting.draft().leftOut(kind).forEach(left -> sentences.add(kind.section() + ": " + left));
    }
    sentences.stream()
        .limit(LISTED)
        .forEach(left -> text.append("  left out: ").append(Safe.line(left)).append('\n'));
  }

  private static String assumed(long count) {
    return count == 1
        ? "The task of 1 model is assumed, since no file says it: look for 'assumed' and correct"
            + " it.\n"
        : "The tasks of %d models are assumed, since no file says them: look for 'assumed' and correct them.\n"
            .formatted(count);
  }

  private static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
