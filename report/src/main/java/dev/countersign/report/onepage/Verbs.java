package dev.countersign.report.onepage;

import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import dev.countersign.report.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What can happen to an element, as the end of a sentence that says it can. */
final class Verbs {
  private static final String PASSIVE = "be ";

  private Verbs() {}

  /** {@code be misled, held up or probed for what it holds}: the short before the long. */
  static String joined(List<String> all) {
    List<String> verbs = all.stream().sorted(Comparator.comparingInt(String::length)).toList();
    boolean passive = verbs.stream().allMatch(verb -> verb.startsWith(PASSIVE));
    List<String> shown =
        passive
            ? Stream.concat(
                    verbs.stream().limit(1),
                    verbs.stream().skip(1).map(verb -> verb.substring(PASSIVE.length())))
                .toList()
            : verbs;
    return Words.or(shown);
  }

  /** What can happen to one thing, said of several. */
  static String ofSeveral(String verbs) {
    return verbs
        .replace("what it holds", "what they hold")
        .replace("what it should keep", "what they should keep")
        .replace("before it is ever used", "before they are ever used")
        .replace("whoever reads it", "whoever reads them");
  }

  static String of(ElementKind kind, Stage stage, Harm harm) {
    return switch (harm) {
      case INTEGRITY -> integrity(kind, stage);
      case CONFIDENTIALITY -> confidentiality(kind, stage);
      case AVAILABILITY -> availability(kind);
      case CONTROL -> control(kind);
    };
  }

  private static String integrity(ElementKind kind, Stage stage) {
    return switch (kind) {
      case MODEL -> modelIntegrity(stage);
      case DATASET -> stage == Stage.TRAINING ? "be skewed" : "be poisoned";
      case CORPUS, MEMORY -> "be poisoned";
      case COMPONENT -> "be steered";
      case DECISION -> "be made to go wrong";
      case CHANNEL -> "be fed a false picture";
      case FEEDBACK_LOOP -> "be skewed";
      case FLOW -> "be changed on the way";
      default -> "be tampered with";
    };
  }

  private static String modelIntegrity(Stage stage) {
    return switch (stage) {
      case DATA_COLLECTION -> "be taught wrong";
      case TRAINING -> "be corrupted before it is ever used";
      case MODEL_STORAGE -> "be replaced";
      case INFERENCE -> "be misled";
      case EVOLUTION -> "be led astray over time";
    };
  }

  private static String confidentiality(ElementKind kind, Stage stage) {
    return switch (kind) {
      case MODEL -> stage == Stage.MODEL_STORAGE ? "be stolen" : "be probed for what it holds";
      case COMPONENT -> "be made to give away what it should keep";
      case STORE -> "be read";
      case FLOW -> "be overheard";
      default -> "be leaked";
    };
  }

  private static String availability(ElementKind kind) {
    return switch (kind) {
      case DECISION -> "be held up";
      case MODEL, COMPONENT -> "be exhausted";
      default -> "be made unavailable";
    };
  }

  private static String control(ElementKind kind) {
    return switch (kind) {
      case MODEL -> "be made to carry foreign code";
      case OUTPUT -> "be used to attack whoever reads it";
      case PROMPT -> "be rewritten";
      case ZONE -> "be broken into";
      default -> "be taken over";
    };
  }
}
