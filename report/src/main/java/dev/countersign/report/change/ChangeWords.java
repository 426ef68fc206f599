package dev.countersign.report.change;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.change.AssumptionChange;
import dev.countersign.assess.change.Cause;
import dev.countersign.assess.change.ControlChange;
import dev.countersign.assess.change.ElementChange;
import dev.countersign.assess.change.FactChange;
import dev.countersign.assess.change.ResolutionChange;
import dev.countersign.assess.change.Standing;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.ThreatChange;
import dev.countersign.assess.change.ThreatChange.Sort;
import dev.countersign.derive.Rank;
import dev.countersign.model.Resolution;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.AnswerWords;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes in words. Texts of files stand in them as they are: whoever shows them escapes them. The
 * earlier and the later are joined by {@value #TO}.
 */
public final class ChangeWords {
  /** Between what was and what is. */
  public static final String TO = " → ";

  private static final String UNSTATED = "not stated";

  private ChangeWords() {}

  /** The heading over the threats to which that happened. */
  public static String heading(Sort sort) {
    return switch (sort) {
      case NEW -> "New threats";
      case REOPENED -> "Open again";
      case RERANKED -> "Ranked otherwise";
      case ANSWERED -> "Answered otherwise";
      case GONE -> "Threats gone";
    };
  }

  /** How many threats came, went and changed, for example {@code 2 new, 1 gone}. */
  public static String counts(SystemChange change) {
    List<String> parts = new ArrayList<>();
    for (Sort sort : Sort.values()) {
      int count = change.threats(sort).stream().mapToInt(t -> 1 + t.also().size()).sum();
      if (count > 0) {
        parts.add(count + " " + word(sort));
      }
    }
    return parts.isEmpty() ? "no threat changed" : String.join(", ", parts);
  }

  private static String word(Sort sort) {
    return switch (sort) {
      case NEW -> "new";
      case REOPENED -> "open again";
      case RERANKED -> "ranked otherwise";
      case ANSWERED -> "answered otherwise";
      case GONE -> "gone";
    };
  }

  /** The ids to which it happened, and the threat whose answer they share. */
  public static String ids(ThreatChange change) {
    String shared = change.shown().threat().id();
    boolean member = change.after().isPresent() && !shared.equals(change.id());
    return change.id()
        + (change.also().isEmpty() ? "" : ", also " + Words.and(change.also()))
        + (change.sort() == Sort.NEW && member ? ", answered with " + shared : "");
  }

  /** How the threat stands, and how it stood where that is another state or rank. */
  public static String standing(ThreatChange change) {
    return switch (change.sort()) {
      case NEW, GONE -> AnswerWords.state(change.shown().answer());
      case REOPENED, ANSWERED -> fromTo(change, threat -> AnswerWords.state(threat.answer()));
      case RERANKED -> fromTo(change, threat -> rank(threat.threat().rank()));
    };
  }

  private static String fromTo(ThreatChange change, Function<AssessedThreat, String> words) {
    Optional<String> before = change.before().map(words);
    Optional<String> after = change.after().map(words);
    return before.equals(after)
        ? after.orElse("")
        : before.orElse(UNSTATED) + TO + after.orElse(UNSTATED);
  }

  private static String rank(Rank rank) {
    return rank.severity().word() + String.format(Locale.ROOT, " %.0f", rank.score());
  }

  /** One cause; one that was not tried, or does not stand alone, says so. */
  private static String cause(Cause cause) {
    return switch (cause.grounds()) {
      case NEEDED, STATED -> cause.text();
      case ENOUGH -> "Enough alone: " + cause.text();
      case TOGETHER -> "Together with the others: " + cause.text();
      case LIKELY -> "Likely: " + cause.text();
    };
  }

  /** The causes in words; what the rank itself says only where nothing else is known. */
  public static List<String> causes(ThreatChange change) {
    List<Cause> telling =
        change.causes().stream().filter(cause -> cause.sort() != Cause.Sort.RANK).toList();
    return (telling.isEmpty() ? change.causes() : telling)
        .stream().map(ChangeWords::cause).toList();
  }

  /**
   * What is known about the causes that are told, sentences; nothing where none is about a fact.
   */
  public static List<String> grounds(SystemChange change) {
    List<Cause> causes =
        change.threats().stream().flatMap(threat -> threat.causes().stream()).toList();
    List<String> sentences = new ArrayList<>();
    if (causes.stream().anyMatch(cause -> cause.grounds().tried())) {
      sentences.add(
          "Reasons that are facts or elements were tried: the threats were derived anew without"
              + " each.");
    }
    if (causes.stream().anyMatch(cause -> cause.grounds() == Cause.Grounds.LIKELY)) {
      sentences.add(
          "Those marked likely were not tried: there are too many changes to try each, or they"
              + " hang together.");
    }
    return sentences;
  }

  /** The mark in front of an element: {@code +}, {@code -} or {@code ~}. */
  public static String mark(ElementChange change) {
    return switch (change.sort()) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  /** What a fact was and is; of a new element only what it is. */
  public static String values(ElementChange element, FactChange fact) {
    return element.sort() == ElementChange.Sort.ADDED ? fact.after().orElse("") : values(fact);
  }

  /** What a fact was and is. */
  public static String values(FactChange fact) {
    return fact.before().orElse(UNSTATED) + TO + fact.after().orElse(UNSTATED);
  }

  /** What became of a claimed control, a phrase that follows its id. */
  public static String control(ControlChange change) {
    if (change.before().isEmpty()) {
      return "is new, " + change.after().map(ChangeWords::proof).orElse("");
    }
    if (change.after().isEmpty()) {
      return "is gone; it was "
          + change.before().map(c -> c.proven() ? "" : "not ").get()
          + "proven";
    }
    if (change.becameProven()) {
      return "is proven now";
    }
    if (change.lostProof()) {
      return "is no longer proven: " + change.after().get().doubt().orElse("");
    }
    return "offers other evidence and is " + proof(change.after().get());
  }

  private static String proof(ControlState control) {
    return control.doubt().map(doubt -> "not proven: " + doubt).orElse("proven");
  }

  /** What an answer said and says. */
  public static String resolution(ResolutionChange change) {
    return change.before().map(AnswerWords::says).orElse("no answer")
        + TO
        + change.after().map(AnswerWords::says).orElse("no answer");
  }

  /** Whether the answer is told with no threat, since that threat does not derive. */
  public static boolean standsAlone(ResolutionChange change, SystemChange system) {
    return system.threats().stream()
        .filter(threat -> threat.sort() == Sort.REOPENED || threat.sort() == Sort.ANSWERED)
        .flatMap(threat -> threat.shown().threat().ids().stream())
        .noneMatch(change.threat()::equals);
  }

  /** What became of an assumption, a phrase that follows its id. */
  public static String assumption(AssumptionChange change) {
    if (change.before().isEmpty()) {
      return "is new: " + change.after().map(a -> a.states()).orElse("");
    }
    if (change.after().isEmpty()) {
      return "is gone: " + change.before().map(a -> a.states()).orElse("");
    }
    List<String> parts = new ArrayList<>();
    var was = change.before().get();
    var is = change.after().get();
    differing(parts, "states", Optional.of(was.states()), Optional.of(is.states()));
    differing(parts, "owner", was.owner(), is.owner());
    differing(parts, "until", was.until(), is.until());
    differing(
        parts, "about", Optional.of(Words.and(was.about())), Optional.of(Words.and(is.about())));
    return String.join("; ", parts);
  }

  private static void differing(List<String> parts, String name, Optional<?> was, Optional<?> is) {
    if (!was.equals(is)) {
      parts.add(
          name
              + " "
              + was.map(Object::toString).orElse(UNSTATED)
              + TO
              + is.map(Object::toString).orElse(UNSTATED));
    }
  }

  /** What differs as a whole: rules, policy and day of the verdict, and what threats may cost. */
  public static List<String> circumstances(SystemChange change) {
    Standing was = change.was();
    Standing is = change.is();
    List<String> sentences = new ArrayList<>();
    if (!was.rules().equals(is.rules())) {
      sentences.add("The rules differ.");
    }
    if (!was.policy().equals(is.policy())) {
      sentences.add("The policy differs.");
    }
    if (!was.asOf().equals(is.asOf())) {
      sentences.add("Judged as of " + was.asOf() + TO + is.asOf() + ".");
    }
    if (!was.losses().equals(is.losses())) {
      sentences.add("May cost a year: " + losses(was) + TO + losses(is) + ".");
    }
    return sentences;
  }

  private static String losses(Standing standing) {
    return standing.losses().isEmpty()
        ? "no amounts"
        : Words.and(standing.losses().stream().map(Amounts::range).toList());
  }

  /** The verdicts, one where it is the same. */
  public static String verdicts(SystemChange change) {
    String was = change.was().verdict().word().toUpperCase(Locale.ROOT);
    String is = change.is().verdict().word().toUpperCase(Locale.ROOT);
    return was.equals(is) ? is : was + TO + is;
  }

  /** The kinds of answer by their words in the file; for tables that compare them. */
  public static String kind(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ByControl _ -> "control";
      case Resolution.Planned _ -> "planned";
      case Resolution.Accepted _ -> "accepted";
      case Resolution.DesignedOut _ -> "designed-out";
    };
  }
}
