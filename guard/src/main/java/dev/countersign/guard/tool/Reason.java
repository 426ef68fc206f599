package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import java.util.List;

/**
 * Why a call is not simply allowed.
 *
 * @param verdict what follows from this alone
 * @param rule which rule it is
 * @param argument the argument, by name; empty where it is about the call
 * @param value the value, shortened; empty where it is about the call
 * @param trust of whoever chose the value
 * @param sources where it was found; empty where it was found nowhere
 * @param text one sentence for people
 */
public record Reason(
    Verdict verdict,
    Rule rule,
    String argument,
    String value,
    Trust trust,
    List<Source> sources,
    String text) {
  /** The rules. */
  public enum Rule {
    /** The tool is not in the policy, which denies such tools. */
    UNDESCRIBED,
    /** The arguments are larger than can be followed back. */
    TOO_LARGE,
    /** The condition of the tool is not true. */
    CONDITION,
    /** A value is none that the argument may have. */
    VALUE,
    /** Content of too little trust chose a critical value. */
    INTEGRITY,
    /** A critical value comes from a source that is not named for it. */
    SOURCE,
    /** A sensitive value would go where the user did not name. */
    CONFIDENTIALITY,
    /** A link from content of too little trust would be passed on. */
    LINK,
    /** Nothing in the user's request speaks of what the tool does. */
    CAUSE,
    /** The run has used what it may. */
    BUDGET;

    /** The word in JSON and on the command line: {@code too-large}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final int SHOWN = 120;

  public Reason {
    sources = List.copyOf(sources);
  }

  /** About the call as a whole. */
  static Reason of(Verdict verdict, Rule rule, String text) {
    return new Reason(verdict, rule, "", "", Trust.PUBLIC, List.of(), text);
  }

  /** The value as it is shown: at most {@value #SHOWN} characters, and nothing of a secret. */
  public String shownValue() {
    if (rule == Rule.CONFIDENTIALITY) {
      return "(not shown)";
    }
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
