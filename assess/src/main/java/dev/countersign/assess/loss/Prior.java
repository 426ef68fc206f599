package dev.countersign.assess.loss;

import java.math.BigDecimal;

/**
 * What no model file says and the simulation has to assume, each as an interval that holds in nine
 * of ten cases. This is the table of {@code docs/loss.md}, which a test compares with it.
 */
public enum Prior {
  /** Anyone may try. */
  TRIES_PUBLIC(Shape.LOGNORMAL, 0.5, 20, "attempts a year, if anyone can start it"),
  /** Customers may try. */
  TRIES_CUSTOMER(Shape.LOGNORMAL, 0.3, 12, "attempts a year, if a customer can start it"),
  /** Partners may try. */
  TRIES_PARTNER(Shape.LOGNORMAL, 0.05, 2, "attempts a year, if it takes a partner"),
  /** Staff may try. */
  TRIES_STAFF(Shape.LOGNORMAL, 0.03, 1, "attempts a year, if it takes staff"),
  /** Operators may try. */
  TRIES_OPERATOR(Shape.LOGNORMAL, 0.01, 0.3, "attempts a year, if it takes an operator"),
  /** It comes about by itself. */
  COMES_ABOUT(Shape.LOGNORMAL, 0.1, 2, "times a year it comes about, if it needs nobody"),

  /** Who starts it is said to gain. */
  ACTS_FOR_GAIN(1, "share of attempts that remain, if a gain is stated"),
  /** Nothing is said about a gain. */
  ACTS_UNSTATED(Shape.LOGIT_NORMAL, 0.3, 0.9, "share that remains, if no gain is stated"),
  /** It is said that there is no gain. */
  ACTS_FOR_NOTHING(Shape.LOGIT_NORMAL, 0.02, 0.3, "share that remains, if there is no gain"),

  /** Effort is low. */
  WORKS_LOW(Shape.LOGIT_NORMAL, 0.2, 0.9, "share of attempts that work, at little effort"),
  /** Effort is medium. */
  WORKS_MEDIUM(Shape.LOGIT_NORMAL, 0.05, 0.6, "share that works, with scripts and many tries"),
  /** Effort is high. */
  WORKS_HIGH(Shape.LOGIT_NORMAL, 0.01, 0.3, "share that works, with research and patience"),
  /** Nobody has to make it work. */
  WORKS_ALONE(1, "share that works, if it needs nobody"),

  /** A control with evidence that verified. */
  STOPPED(Shape.LOGIT_NORMAL, 0.4, 0.95, "share of incidents that a proven control stops"),

  /** How long an attack runs. */
  DAYS(Shape.LOGNORMAL, 1, 90, "days until an incident is noticed and ended", Source.M_TRENDS),
  /** How long an outage lasts. */
  OUTAGE(Shape.LOGNORMAL, 0.02, 1, "days that an outage lasts"),

  /** An attack on single inputs. */
  TURNED(Shape.LOGNORMAL, 1, 300, "decisions a day that an attack on single inputs turns"),
  /** An attack on the model itself. */
  SPOILT(Shape.LOGIT_NORMAL, 0.00001, 0.01, "share that a manipulated model gets wrong on top"),
  /** An outage with whatever stands in for the model. */
  UNSERVED(Shape.LOGIT_NORMAL, 0.001, 0.1, "share in an outage that is as bad as a wrong one"),

  /** Nobody stands between. */
  PASSES_AUTOMATIC(1, "share that nobody stops, automatic"),
  /** A person may object. */
  PASSES_OVERRIDE(Shape.LOGIT_NORMAL, 0.5, 0.95, "share that nobody stops, human-overrides"),
  /** A person has to agree. */
  PASSES_APPROVAL(Shape.LOGIT_NORMAL, 0.2, 0.8, "share that nobody stops, human-approves"),
  /** A person decides. */
  PASSES_ADVICE(Shape.LOGIT_NORMAL, 0.1, 0.7, "share that nobody stops, advisory"),
  /** Nothing is said about people. */
  PASSES_UNSTATED(Shape.LOGIT_NORMAL, 0.4, 0.95, "share that nobody stops, not stated"),

  /** It cannot be undone. */
  REMAINS_ALL(1, "part of the amount that remains, reversible: no"),
  /** It can be undone with effort. */
  REMAINS_PARTLY(Shape.LOGIT_NORMAL, 0.4, 0.9, "part that remains, reversible: partly"),
  /** It can be undone. */
  REMAINS_LITTLE(Shape.LOGIT_NORMAL, 0.05, 0.5, "part that remains, reversible: yes"),
  /** Nothing is said about undoing. */
  REMAINS_UNSTATED(Shape.LOGIT_NORMAL, 0.3, 0.95, "part that remains, not stated");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Shape shape;
  private final double low;
  private final double high;
  private final String meaning;
  private final Source source;

  Prior(double certain, String meaning) {
    this(Shape.CERTAIN, certain, certain, meaning, Source.OURS);
  }

  Prior(Shape shape, double low, double high, String meaning) {
    this(shape, low, high, meaning, Source.OURS);
  }

  Prior(Shape shape, double low, double high, String meaning, Source source) {
    this.shape = shape;
    this.low = low;
    this.high = high;
    this.meaning = meaning;
    this.source = source;
  }

  /** How probability is spread around the interval. */
  public Shape shape() {
    return shape;
  }

  /** The 5th percentile. */
  public double low() {
    return low;
  }

  /** The 95th percentile. */
  public double high() {
    return high;
  }

  /** What it counts, and when it holds. */
  public String meaning() {
    return meaning;
  }

  /** Where the interval comes from. */
  public Source source() {
    return source;
  }

  /** The interval for people: {@code 0.3 to 12}, {@code 5 to 60 %}. */
  public String interval() {
    return switch (shape) {
      case CERTAIN -> plain(BigDecimal.valueOf(low).multiply(HUNDRED)) + " %";
      case LOGNORMAL -> plain(BigDecimal.valueOf(low)) + " to " + plain(BigDecimal.valueOf(high));
      case LOGIT_NORMAL ->
          plain(BigDecimal.valueOf(low).multiply(HUNDRED))
              + " to "
              + plain(BigDecimal.valueOf(high).multiply(HUNDRED))
              + " %";
    };
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** How probability is spread between and beyond the ends of an interval. */
  public enum Shape {
    /** One value. */
    CERTAIN("certain"),
    /** For what is above 0: its logarithm is normal. */
    LOGNORMAL("lognormal"),
    /** For shares, which lie between 0 and 1: the logarithm of their odds is normal. */
    LOGIT_NORMAL("logit-normal");

    private final String word;

    Shape(String word) {
      this.word = word;
    }

    /** The word in documents. */
    public String word() {
      return word;
    }
  }

  /** Where an interval comes from. */
  public enum Source {
    /** Our own judgement: nothing published measures it. */
    OURS("ours"),
    /** Set around the median dwell time that incident responders report. */
    M_TRENDS("around the median dwell time in M-Trends 2025; its width is ours");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** The words in documents. */
    public String words() {
      return words;
    }
  }
}
