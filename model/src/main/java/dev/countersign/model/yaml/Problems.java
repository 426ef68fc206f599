package dev.countersign.model.yaml;

import dev.countersign.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what is wrong in files, so that all of it is reported at once. Not for use by several
 * threads.
 */
public final class Problems {
  /** How many problems are listed; of the others only the number is told. */
  public static final int SHOWN = 100;

  private static final int KEPT = 2_000;
  private static final int QUOTED = 60;
  private static final int LISTED = 40;

  private final List<Problem> kept = new ArrayList<>();
  private final Set<Problem> seen = new HashSet<>();
  private final Nearest nearest = new Nearest();
  private int dropped;

  /** Adds a problem; the same problem twice counts once. */
  public void add(Problem problem) {
    if (isFull()) {
      dropped++;
    } else if (seen.add(problem)) {
      kept.add(problem);
    }
  }

  /**
   * Adds a problem.
   *
   * @param id stable name of the class of problem, for example {@code unknown-key}
   * @param message what is wrong; a phrase without a full stop
   * @param expected what would be right there; empty where that cannot be said
   * @param next what to do about it, one sentence
   */
  public void add(String id, Span at, String message, String expected, String next) {
    add(problem(id, at, message, expected, next));
  }

  /** A key that is not among those allowed; suggests the nearest. */
  public void unknownKey(YamlNode.Scalar key, Collection<String> allowed) {
    if (isFull()) {
      dropped++;
      return;
    }
    String message = "unknown key " + quote(key.text());
    add(
        "unknown-key",
        key.span(),
        message,
        list(allowed),
        next(key, allowed, "Choose one of these, or remove it."));
  }

  /**
   * A value that is not among the words allowed; suggests the nearest.
   *
   * @param otherwise what to do if none is near, one sentence
   */
  public void unknownWord(YamlNode.Scalar value, Collection<String> allowed, String otherwise) {
    if (isFull()) {
      dropped++;
      return;
    }
    String message = value.isNull() ? "a value is missing" : "unknown word " + quote(value.text());
    add("unknown-word", value.span(), message, list(allowed), next(value, allowed, otherwise));
  }

  /** A value of the wrong shape or form. */
  public void expected(YamlNode value, String expected, String next) {
    boolean text = value instanceof YamlNode.Scalar scalar && !scalar.isNull();
    add(text ? "bad-value" : "wrong-shape", value.span(), found(value), expected, next);
  }

  /**
   * A key that must be there and is not.
   *
   * @param meaning what it says, a phrase
   */
  public void missingKey(Span in, String key, String meaning) {
    String expected = key + ": " + meaning;
    add("missing-key", in, "the key " + quote(key) + " is missing", expected, "Add it.");
  }

  /** How many problems were added so far. */
  public int count() {
    return kept.size() + dropped;
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /**
   * What is wrong, sorted by place; after {@value #SHOWN} problems one last problem {@code
   * more-problems} says how many there are besides.
   */
  public List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(kept);
    sorted.sort((a, b) -> a.place().compareTo(b.place()));
    if (sorted.size() <= SHOWN && dropped == 0) {
      return List.copyOf(sorted);
    }
    List<Problem> shown = new ArrayList<>(sorted.subList(0, SHOWN));
    shown.add(more(sorted.get(SHOWN), sorted.size() - SHOWN + dropped));
    return List.copyOf(shown);
  }

  /** The candidate that a person most likely meant, if one is near. */
  public Optional<String> suggest(String written, Collection<String> candidates) {
    return isFull() ? Optional.empty() : nearest.to(written, candidates);
  }

  /** A problem at a place. */
  public static Problem problem(String id, Span at, String message, String expected, String next) {
    return new Problem(
        id,
        at.place(),
        at.length(),
        message,
        expected.isEmpty() ? Optional.empty() : Optional.of(expected),
        next,
        Optional.of(at.source()).filter(line -> !line.isEmpty()));
  }

  /** Text of a file in quotes, shortened where it is long. */
  public static String quote(String text) {
    return "'" + shortened(text) + "'";
  }

  /** Text of a file, shortened where it is long. */
  public static String shortened(String text) {
    return text.length() <= QUOTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, QUOTED - 1)) + "…";
  }

  /** From here on problems are only counted, so none has to be worded. */
  private boolean isFull() {
    return kept.size() >= KEPT;
  }

  private static String found(YamlNode value) {
    if (!(value instanceof YamlNode.Scalar scalar)) {
      return value.shape() + " cannot stand here";
    }
    return scalar.text().isBlank() || scalar.isNull()
        ? "a value is missing"
        : quote(scalar.text()) + " cannot stand here";
  }

  private String next(YamlNode.Scalar written, Collection<String> allowed, String otherwise) {
    return suggest(written.text(), allowed)
        .map(word -> "Did you mean '" + word + "'?")
        .orElse(otherwise);
  }

  private static String list(Collection<String> allowed) {
    List<String> words = allowed.stream().limit(LISTED).toList();
    String more = allowed.size() > LISTED ? ", …" : "";
    return (words.size() == 1 ? "" : "one of ") + String.join(", ", words) + more;
  }

  private static Problem more(Problem first, int count) {
    String message = "and %d more problem%s".formatted(count, count == 1 ? "" : "s");
    return new Problem(
        "more-problems",
        first.place(),
        1,
        message,
        Optional.empty(),
        "Correct those above first.",
        Optional.empty());
  }
}
