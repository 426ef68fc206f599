package dev.countersign.report.onepage;

import dev.countersign.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of text of which some parts are names in the file. Invisible characters have been made
 * visible; escaping is left to whoever writes it in a format.
 *
 * @param runs its parts, in order
 */
public record Phrase(List<Run> runs) {
  /** Says nothing. */
  static final Phrase NONE = new Phrase(List.of());

  public Phrase {
    runs = List.copyOf(runs);
  }

  /** How a part is set. */
  public enum Style {
    /** As the text around it. */
    PLAIN,
    /** As what stands in the file. */
    ID,
    /** So that the eye finds it. */
    STRONG
  }

  /** A part that is set in one way. */
  public record Run(String text, Style style) {
    private static final int WHOLE = 30;

    public Run {
      text = SafeText.of(text);
    }

    /** Whether it is short enough to stand on one line. */
    public boolean whole() {
      return text.length() <= WHOLE;
    }
  }

  /** Words. */
  static Phrase of(String text) {
    return new Phrase(text.isEmpty() ? List.of() : List.of(new Run(text, Style.PLAIN)));
  }

  /** A name that stands in the file. */
  static Phrase id(String id) {
    return new Phrase(List.of(new Run(id, Style.ID)));
  }

  /** Words that the eye should find. */
  static Phrase strong(String text) {
    return new Phrase(List.of(new Run(text, Style.STRONG)));
  }

  /** This and then that. */
  Phrase then(Phrase next) {
    List<Run> both = new ArrayList<>(runs);
    both.addAll(next.runs);
    return new Phrase(both);
  }

  /** This and then words. */
  Phrase then(String text) {
    return then(of(text));
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** The same with a capital, as a sentence begins; a name stays as it is. */
  Phrase capitalised() {
    if (runs.isEmpty() || runs.getFirst().style() == Style.ID) {
      return this;
    }
    List<Run> capital = new ArrayList<>(runs);
    Run first = capital.getFirst();
    capital.set(0, new Run(Nouns.capitalised(first.text()), first.style()));
    return new Phrase(capital);
  }

  /** The text without its styles. */
  public String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** The same with neighbours of one style in one part. */
  Phrase merged() {
    List<Run> merged = new ArrayList<>();
    for (Run run : runs) {
      if (!merged.isEmpty() && merged.getLast().style() == run.style()) {
        merged.add(new Run(merged.removeLast().text() + run.text(), run.style()));
      } else {
        merged.add(run);
      }
    }
    return new Phrase(merged);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static Phrase and(List<Phrase> items) {
    return joined(items, " and ");
  }

  /** {@code a and b on x, and c on y}: with a comma before the last, as items hold an "and". */
  static Phrase listed(List<Phrase> items) {
    return joined(items, ", and ");
  }

  private static Phrase joined(List<Phrase> items, String last) {
    Phrase all = NONE;
    for (int i = 0; i < items.size(); i++) {
      String before = i == 0 ? "" : i == items.size() - 1 ? last : ", ";
      all = all.then(before).then(items.get(i));
    }
    return all;
  }
}
