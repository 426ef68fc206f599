package dev.countersign.model.language;

import dev.countersign.model.ElementKind;
import java.util.EnumSet;
import java.util.List;

/**
 * The grammar of a map that is no element: the {@code system} section, an assumption, the inside of
 * a resolution.
 *
 * @param meaning what it describes, with its article
 * @param keys in the order in which completion and the reference list them
 */
public record Form(String meaning, List<Key> keys) {
  /** The {@code system} section. */
  public static final Form SYSTEM =
      new Form(
          "the system as a whole",
          List.of(
              required("id", "A short name, unique in the organisation."),
              required("purpose", "One sentence: what the system does, for whom."),
              text("ml-lead", "Who signs for the model."),
              text("security-lead", "Who signs for security."),
              date("next-checkpoint", "The day by which the threat model is reviewed again.")));

  /** What stands under {@code planned}. */
  public static final Form PLANNED =
      new Form(
          "a control that is coming",
          List.of(
              text("control", "The control and where it will stand, as control@element."),
              text("owner", "Who builds it."),
              date("by", "The day by which it is in place."),
              text("ticket", "Where the work is tracked.")));

  /** What stands under {@code accepted}. */
  public static final Form ACCEPTED =
      new Form(
          "a residual risk that somebody answers for",
          List.of(
              text("by", "The body that accepts the risk."),
              date("until", "The last day on which it does."),
              text("reason", "Why it does, in words that a successor understands."),
              text("record", "Where the decision is recorded.")));

  /** What stands under {@code designed-out}. */
  public static final Form DESIGNED_OUT =
      new Form(
          "a change of design after which the threat no longer derives",
          List.of(
              text("change", "What was changed."),
              text("reference", "Where the change can be seen: a commit, a pull request.")));

  /** An assumption. */
  public static final Form ASSUMPTION =
      new Form(
          "something taken as true without proof",
          List.of(
              required("states", "What is assumed, one sentence."),
              text("owner", "Who answers for it."),
              date("until", "The last day on which it holds."),
              new Key(
                  "about",
                  new KeyType.References(EnumSet.allOf(ElementKind.class)),
                  false,
                  false,
                  "The elements that it is about.",
                  "")));

  public Form {
    keys = List.copyOf(keys);
  }

  private static Key required(String name, String meaning) {
    return new Key(name, new KeyType.FreeText(), true, false, meaning, "");
  }

  private static Key text(String name, String meaning) {
    return new Key(name, new KeyType.FreeText(), false, false, meaning, "");
  }

  private static Key date(String name, String meaning) {
    return new Key(name, new KeyType.Date(), false, false, meaning, "");
  }
}
