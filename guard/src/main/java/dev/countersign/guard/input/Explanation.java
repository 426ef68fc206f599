package dev.countersign.guard.input;

import dev.countersign.guard.input.Reason.Kind;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.Parts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why an input was decided as it was. */
final class Explanation {
  /** So many features are named: the first few carry most, and a person reads no more. */
  private static final int MOST_REASONS = 5;

  private static final int MOST_CATEGORIES_SHOWN = 5;

  private final Input input;
  private final Encoding encoding;

  Explanation(Input input) {
    this.input = input;
    this.encoding = input.model.encoding();
  }

  List<Reason> reasons() {
    if (input.malformed()) {
      return List.of(malformed());
    }
    boolean byPrediction = input.model.calibration().byPrediction();
    if (input.predicted() >= 0 != byPrediction) {
      return List.of(
          Reason.of(
              Kind.PREDICTION,
              "",
              byPrediction ? "no prediction" : "a prediction",
              byPrediction ? "what the model answers" : "none: it was fitted without"));
    }
    List<Reason> violations = violations();
    if (!violations.isEmpty()) {
      return violations;
    }
    return input.undecided
        ? List.of(Reason.of(Kind.OUT_OF_TIME, "", "", "a decision before the deadline"))
        : unusual();
  }

  private Reason malformed() {
    if (!input.unknown().isEmpty()) {
      return Reason.of(Kind.UNKNOWN_NAME, input.unknown(), "", "a name that the profile knows");
    }
    return Reason.of(
        Kind.WIDTH,
        "",
        "%d features".formatted(input.width()),
        "%d features".formatted(input.raw.length));
  }

  private List<Reason> violations() {
    List<Reason> reasons = new ArrayList<>();
    for (int at = encoding.violation(input.raw, 0);
        at >= 0 && reasons.size() < MOST_REASONS;
        at = encoding.violation(input.raw, at + 1)) {
      reasons.add(violation(at, encoding.columns().get(at)));
    }
    return reasons;
  }

  private Reason violation(int at, Column column) {
    double value = input.raw[at];
    Kind kind = Kind.OUT_OF_RANGE;
    if (Double.isNaN(value)) {
      kind = Kind.MISSING;
    } else if (!encoding.isNumeric(at)) {
      kind = Kind.NEW_CATEGORY;
    } else if (Double.isInfinite(value)) {
      kind = Kind.NOT_A_NUMBER;
    }
    return Reason.of(kind, column.name(), found(at), expected(column));
  }

  private String found(int at) {
    double value = input.raw[at];
    if (Double.isNaN(value)) {
      return "missing";
    }
    return !encoding.isNumeric(at) || Double.isInfinite(value) ? input.unseen(at) : number(value);
  }

  private static String expected(Column column) {
    if (column instanceof Column.Numeric numeric) {
      return "%s to %s".formatted(number(numeric.lower()), number(numeric.upper()));
    }
    List<String> values = ((Column.Categorical) column).values();
    String first = values.stream().limit(MOST_CATEGORIES_SHOWN).collect(Collectors.joining(", "));
    return values.size() <= MOST_CATEGORIES_SHOWN
        ? first
        : "%s or one of %d others".formatted(first, values.size() - MOST_CATEGORIES_SHOWN);
  }

  private List<Reason> unusual() {
    double[] shares = Parts.shares(input.model, input.scratch);
    return IntStream.range(0, shares.length)
        .boxed()
        .filter(at -> shares[at] > 0)
        .sorted(Comparator.comparingDouble(at -> -shares[at]))
        .limit(MOST_REASONS)
        .map(at -> unusual(at, encoding.columns().get(at), shares[at]))
        .toList();
  }

  private Reason unusual(int at, Column column, double share) {
    return new Reason(Kind.UNUSUAL, column.name(), found(at), usual(at, column), share);
  }

  private String usual(int at, Column column) {
    if (column instanceof Column.Numeric numeric) {
      return "about " + number(numeric.mean());
    }
    Column.Categorical category = (Column.Categorical) column;
    String most = "%s (%s)".formatted(category.values().get(0), percent(category.shares().get(0)));
    double value = input.raw[at];
    return Double.isNaN(value) || value == 0
        ? most
        : "%s; this one %s".formatted(most, percent(category.shares().get((int) value)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.01 ? "%.2f %%" : "%.0f %%", share * 100);
  }

  /** With four digits that say something: more are noise to a person. */
  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
