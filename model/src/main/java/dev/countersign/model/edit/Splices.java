package dev.countersign.model.edit;

import java.util.List;

/**
 * Changes of a text at places that do not overlap.
 *
 * @param splices in the order of the text
 */
record Splices(List<Splice> splices) {
  Splices {
    splices = List.copyOf(splices);
  }

  /** Puts text in at a place. */
  static Splices insert(int at, String text) {
    return replace(at, at, text);
  }

  /** Puts text in the place of other text. */
  static Splices replace(int from, int to, String text) {
    return new Splices(List.of(new Splice(from, to, text)));
  }

  /** Puts text in at two places, the second of which is no earlier. */
  static Splices insert(int first, String text, int second, String more) {
    return new Splices(List.of(new Splice(first, first, text), new Splice(second, second, more)));
  }

  /** The text with all of it done. */
  String on(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (Splice splice : splices.reversed()) {
      changed.replace(splice.from(), splice.to(), splice.text());
    }
    return changed.toString();
  }

  /** What stands from here to there becomes this. */
  record Splice(int from, int to, String text) {}
}
