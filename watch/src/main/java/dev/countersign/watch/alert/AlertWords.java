package dev.countersign.watch.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** An alert in sentences, for people; every text of the log in them is {@link Harmless}. */
public final class AlertWords {
  /** Rarer than any calibration can make believable. */
  private static final double RAREST = 1e9;

  private static final int LONGEST_NAME = 80;

  private AlertWords() {}

  /** What was seen, most unusual first: one sentence. */
  public static String seen(Alert alert) {
    return alert.measures().isEmpty() ? "" : sentence(alert.measures().get(0).says());
  }

  /** How unusual that is: one sentence. */
  public static String unusual(Alert alert) {
    if (alert.measures().isEmpty() || !alert.measures().get(0).threshold().calibrated()) {
      return "How unusual that is was not measured: this threshold was not calibrated.";
    }
    return upper(rarity(alert.measures().get(0))) + " of benign traffic looks like this.";
  }

  private static String rarity(Measure measure) {
    return rarity(measure.threshold().rate(measure.value()));
  }

  /**
   * How rare something is among benign client-days: {@code about one in 40,000 client-days}. Two
   * figures, which is more than an extrapolated tail can say.
   *
   * @param share of benign client-days, from 0 to 1
   */
  public static String rarity(double share) {
    return 1 / share >= RAREST
        ? String.format(Locale.ROOT, "fewer than one in %,.0f client-days", RAREST)
        : "about one in " + rounded(1 / share) + " client-days";
  }

  /** Whom it is about: {@code client 83ee… of fraud}, or a subject with how many clients. */
  public static String about(Alert alert) {
    String subject = name(alert.subject());
    String model = " of " + name(alert.model());
    return alert.clients().equals(List.of(alert.subject()))
        ? "client " + subject + model
        : subject + model + " (" + clients(alert.clients().size()) + ")";
  }

  /** A name of the log, cut where it is long. */
  public static String name(String name) {
    return name.isEmpty() ? "(unnamed)" : Harmless.line(name, LONGEST_NAME);
  }

  /** The first and the last events that show it, by id. */
  public static String events(Alert alert) {
    StringBuilder events = new StringBuilder();
    for (String event : alert.events()) {
      events.append(events.isEmpty() ? "" : ", ").append(name(event));
    }
    return events.toString();
  }

  /** What to do: one sentence. */
  public static String advice(Alert alert) {
    return sentence(alert.advice());
  }

  private static String clients(int count) {
    return switch (count) {
      case 0 -> "no client named";
      case 1 -> "one client";
      default -> count + " clients named";
    };
  }

  private static String rounded(double value) {
    BigDecimal two = new BigDecimal(value).round(new MathContext(2));
    return String.format(Locale.ROOT, "%,d", Math.max(1, two.longValue()));
  }

  private static String sentence(String text) {
    String safe = Harmless.line(text.strip());
    return safe.isEmpty() || safe.endsWith(".") ? upper(safe) : upper(safe) + ".";
  }

  private static String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
