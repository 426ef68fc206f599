package dev.countersign.runner.calibrate;

import dev.countersign.watch.baseline.Calibration;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.membership.Membership;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from a log of benign traffic what is usual of each model in it, and from which value on
 * something is unusual, so that benign clients cause no more false alarms than a budget allows.
 *
 * <p>The log is read twice. One half of its clients, by a hash of their names, says what is usual;
 * on the other half all detectors measure, and thresholds are found. So no client says of itself
 * that it is usual. {@code docs/watch-calibration.md} tells how thresholds are found and what the
 * estimate of false alarms is worth.
 */
public final class Calibrator {
  /** A log of more models is of something else than models: names that clients made up. */
  private static final int MOST_MODELS = 64;

  /** Thresholds are put at most so far beyond what was seen: two powers of ten. */
  private static final double FARTHEST = 100;

  private static final int LEAST_CLIENTS = 20;
  private static final int LEAST_DAYS = 100;

  private final List<DetectorKind> kinds;
  private final double budget;
  private final boolean whole;
  private final List<float[]> vulnerable;

  private record Key(String system, String model) {
    /** What is calibrated, for people. */
    String named() {
      return model.isEmpty() ? "system \"" + system + "\"" : "model \"" + model + "\"";
    }
  }

  /**
   * For these detectors.
   *
   * @param budget how many false alarms a benign client may cause a day, above 0 and at most 1
   * @throws IllegalArgumentException if it is no such number
   */
  public Calibrator(List<DetectorKind> kinds, double budget) {
    this(kinds, budget, false, List.of());
  }

  private Calibrator(
      List<DetectorKind> kinds, double budget, boolean whole, List<float[]> vulnerable) {
    if (!(budget > 0 && budget <= 1)) {
      throw new IllegalArgumentException(
          "a budget is above 0 and at most 1, and this is " + budget);
    }
    this.kinds = List.copyOf(kinds);
    this.budget = budget;
    this.whole = whole;
    this.vulnerable = List.copyOf(vulnerable);
  }

  /**
   * One that learns a single baseline of all models of a system together; its model is empty. The
   * tools that an agent calls are such models: the agent shows in their order.
   */
  public Calibrator ofWholeSystems() {
    return new Calibrator(kinds, budget, true, vulnerable);
  }

  /**
   * One whose baselines know which records an audit found vulnerable to membership inference. How
   * often benign clients come near them is measured like all else.
   *
   * @param records rows of raw features, as wide as the model's
   */
  public Calibrator knowing(List<float[]> records) {
    return new Calibrator(kinds, budget, whole, records);
  }

  private Key key(Event event) {
    return new Key(event.system(), whole ? "" : event.model());
  }

  /**
   * What was learnt, of each model of the log that had traffic enough.
   *
   * @throws TooLittle if no model had
   * @throws IOException if the log cannot be read
   * @throws IllegalArgumentException if rows of a model have other widths than the vulnerable
   *     records, or those are too many
   */
  public List<Calibrated> calibrate(EventLog log) throws IOException, TooLittle {
    Map<Key, Learning> learnt = new LinkedHashMap<>();
    log.forEach(event -> learn(event, learnt));
    Map<Key, Measuring> measured = new LinkedHashMap<>();
    learnt.forEach((key, one) -> measured.put(key, new Measuring(usual(key, one), kinds)));
    learnt.clear();
    log.forEach(event -> measure(event, measured));
    return results(measured);
  }

  private ModelBaseline usual(Key key, Learning learnt) {
    ModelBaseline usual = learnt.usual(key.system, key.model);
    return vulnerable.isEmpty() ? usual : Membership.withVulnerable(usual, vulnerable);
  }

  private void learn(Event event, Map<Key, Learning> learnt) {
    Key key = key(event);
    if (learnt.size() >= MOST_MODELS && !learnt.containsKey(key)) {
      return;
    }
    Learning learning = learnt.computeIfAbsent(key, name -> new Learning(kinds));
    if (teaches(event.client())) {
      learning.take(event);
    }
  }

  private void measure(Event event, Map<Key, Measuring> measured) {
    Measuring measuring = measured.get(key(event));
    if (measuring != null) {
      measuring.take(event, !teaches(event.client()));
    }
  }

  /** Whether a client belongs to the half that says what is usual. */
  private static boolean teaches(String client) {
    int mixed = client.hashCode() * 0x9E3779B9;
    return (mixed ^ (mixed >>> 16)) % 2 == 0;
  }

  private List<Calibrated> results(Map<Key, Measuring> measured) throws TooLittle {
    List<Calibrated> results = new ArrayList<>();
    String missing = "The log holds no request to a model.";
    for (Map.Entry<Key, Measuring> one : measured.entrySet()) {
      one.getValue().ended();
      ClientDays days = one.getValue().clientDays();
      if (days.clients() >= LEAST_CLIENTS && days.size() >= leastDays()) {
        results.add(result(one.getValue()));
      } else {
        missing = missing(one.getKey(), days);
      }
    }
    if (results.isEmpty()) {
      throw new TooLittle(missing);
    }
    return results;
  }

  private double leastDays() {
    return Math.max(LEAST_DAYS, 1 / (budget * FARTHEST));
  }

  private String missing(Key key, ClientDays days) {
    return ("Half of the clients of %s are %,d with %,d days of traffic, and a budget of"
            + " %s false alarms a client-day needs at least %d with %,.0f: thresholds are put at"
            + " most two powers of ten beyond what was seen. Give a longer log, or a larger budget;"
            + " until then only what needs no calibration is told of.")
        .formatted(key.named(), days.clients(), days.size(), budget, LEAST_CLIENTS, leastDays());
  }

  private Calibrated result(Measuring measuring) {
    ClientDays days = measuring.clientDays();
    Thresholds.HeldOut heldOut = measuring.heldOut(budget);
    Calibration calibration =
        new Calibration(
            budget,
            days.clients(),
            days.size(),
            heldOut.rate(),
            heldOut.atMost(),
            heldOut.days(),
            days.size() * budget < 1);
    return new Calibrated(measuring.usual(budget), calibration);
  }
}
