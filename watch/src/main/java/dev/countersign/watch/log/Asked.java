package dev.countersign.watch.log;

import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what a predictive model was asked and what it said, and makes rows of it. */
final class Asked {
  /** Outputs that say most about a decision, the best first. */
  private static final List<String> PREFERRED = List.of("probabilities", "scores", "score");

  /** The gateway writes so many numbers of an output and no more: there may have been others. */
  private static final int CUT = 4096;

  private record Output(String name, int from, int to) {
    int length() {
      return to - from;
    }
  }

  private final Floats features = new Floats();
  private final Floats outputs = new Floats();
  private final List<Output> named = new ArrayList<>();
  private int rows;

  void clear() {
    features.clear();
    outputs.clear();
    named.clear();
    rows = 0;
  }

  /** Takes an array of rows. */
  void features(JsonCursor cursor) throws Refusal {
    features.clear();
    rows = 0;
    int width = 0;
    boolean more = cursor.enter('[', ']');
    while (more) {
      int before = features.count();
      numbers(cursor, "features", features);
      int length = features.count() - before;
      if (rows > 0 && length != width) {
        throw new Refusal(Reason.ROWS, cursor.at, "features");
      }
      width = length;
      rows++;
      more = cursor.more(']');
    }
  }

  /** Takes an object of outputs, each an array. */
  void result(JsonCursor cursor) throws Refusal {
    outputs.clear();
    named.clear();
    boolean more = cursor.enter('{', '}');
    while (more) {
      String name = cursor.name();
      int from = outputs.count();
      numbers(cursor, "result", outputs);
      named.add(new Output(name, from, outputs.count()));
      more = cursor.more('}');
    }
  }

  private static void numbers(JsonCursor cursor, String member, Floats into) throws Refusal {
    if (cursor.peek() != '[') {
      throw cursor.wrongType(member);
    }
    boolean more = cursor.enter('[', ']');
    while (more) {
      into.add(number(cursor, member));
      more = cursor.more(']');
    }
  }

  private static float number(JsonCursor cursor, String member) throws Refusal {
    byte first = cursor.peek();
    if (JsonNumbers.begins(first)) {
      return cursor.numbers.feature();
    }
    if (first != 't' && first != 'f') {
      return cursor.numbers.feature(member);
    }
    cursor.literal(first == 't' ? "true" : "false");
    return first == 't' ? 1 : 0;
  }

  /**
   * The rows. Where the log has outputs but no features, each number is a row without features, for
   * nothing says which numbers belong together.
   */
  Rows rows() {
    Optional<Output> best = rows > 0 ? best(rows) : best(1);
    if (rows > 0) {
      float[] said = best.map(one -> outputs.copy(one.from, one.to)).orElseGet(() -> new float[0]);
      return new Rows(rows, features.copy(0, features.count()), said);
    }
    return best.map(one -> new Rows(one.length(), new float[0], outputs.copy(one.from, one.to)))
        .orElse(Rows.NONE);
  }

  private Optional<Output> best(int count) {
    Output best = null;
    for (Output one : named) {
      if (divides(one, count) && (best == null || rank(one) < rank(best))) {
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean divides(Output output, int count) {
    return output.length() > 0 && output.length() < CUT && output.length() % count == 0;
  }

  private static int rank(Output output) {
    int place = PREFERRED.indexOf(output.name);
    return place < 0 ? PREFERRED.size() : place;
  }
}
