package dev.countersign.guard.input;

import dev.countersign.guard.Decision;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Scratch;
import java.util.Arrays;

/**
 * One input, and what was decided about it: made once by {@link InputGate#input} and used again for
 * the next, so that a decision allocates nothing. Not safe for use by several threads.
 */
public final class Input {
  final InputModel model;
  final double[] raw;
  final Scratch scratch;
  double score;
  double pValue;
  boolean undecided;
  private final String[] unseen;
  private int width;
  private int predicted;
  private String unknown = "";
  private Decision decision = Decision.REJECT;

  Input(InputModel model) {
    this.model = model;
    this.raw = new double[model.encoding().columns().size()];
    this.unseen = new String[raw.length];
    this.scratch = model.scratch();
    clear();
  }

  /** Begins a new one: everything is missing. */
  public Input clear() {
    Arrays.fill(raw, Encoding.MISSING);
    Arrays.fill(unseen, "");
    width = raw.length;
    predicted = -1;
    unknown = "";
    undecided = false;
    return this;
  }

  /** Sets a feature that is a number. */
  public Input number(String feature, double value) {
    int column = model.encoding().column(feature);
    return column < 0 ? unknown(feature) : number(column, value);
  }

  /** Sets a feature by its place among {@link InputGate#features}. */
  public Input number(int column, double value) {
    if (model.encoding().isNumeric(column)) {
      raw[column] = Double.isFinite(value) ? value : Encoding.UNSEEN;
      unseen[column] = "no finite number";
      return this;
    }
    raw[column] = Encoding.UNSEEN;
    unseen[column] = "a number";
    return this;
  }

  /** Sets a feature that is a category. */
  public Input category(String feature, String value) {
    int column = model.encoding().column(feature);
    return column < 0 ? unknown(feature) : category(column, value);
  }

  /** Sets a feature by its place among {@link InputGate#features}. */
  public Input category(int column, String value) {
    raw[column] =
        model.encoding().isNumeric(column)
            ? Encoding.UNSEEN
            : model.encoding().category(column, value);
    unseen[column] = value;
    return this;
  }

  /** Says that a feature is missing, as it is before it is set. */
  public Input missing(int column) {
    raw[column] = Encoding.MISSING;
    return this;
  }

  /** Sets all features: for embeddings and other inputs that are numbers only. */
  public Input vector(float[] values) {
    width = values.length;
    for (int i = 0; i < Math.min(width, raw.length); i++) {
      number(i, values[i]);
    }
    return this;
  }

  /**
   * Says which class the model gave, for a profile that was fitted with predictions. A class that
   * it does not know is a violation.
   */
  public Input predicted(String label) {
    predicted = model.encoding().classOf(label);
    return predicted < 0 ? unknown(label) : this;
  }

  private Input unknown(String name) {
    unknown = name;
    return this;
  }

  /** Whether it is no input of this model at all: that is rejected, whatever the rate. */
  boolean malformed() {
    return width != raw.length || !unknown.isEmpty();
  }

  int predicted() {
    return predicted;
  }

  int width() {
    return width;
  }

  String unknown() {
    return unknown;
  }

  String unseen(int column) {
    return unseen[column];
  }

  void decided(Decision decided) {
    decision = decided;
  }

  /** What was decided last. */
  public Decision decision() {
    return decision;
  }

  /**
   * The conformal p-value of the last decision: the share of training data that is as unusual. 0
   * for what is no input of this model, not a number where the deadline passed.
   */
  public double pValue() {
    return pValue;
  }

  /** The score behind it: the larger, the less usual. Infinite for a violation of the schema. */
  public double score() {
    return score;
  }

  /** Its squared Mahalanobis distance from the nearest class, where the score is finite. */
  public double mahalanobis() {
    return scratch.mahalanobis();
  }

  /** Its distance from the nearest rows of training data, where the score is finite. */
  public double neighbours() {
    return scratch.neighbours();
  }

  /** Whether the deadline passed before the last decision. */
  public boolean undecided() {
    return undecided;
  }

  /** The last decision with its reasons; allocates. */
  public Verdict verdict() {
    return new Verdict(decision, pValue, undecided, new Explanation(this).reasons());
  }
}
