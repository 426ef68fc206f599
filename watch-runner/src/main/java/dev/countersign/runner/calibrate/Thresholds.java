package dev.countersign.runner.calibrate;

import dev.countersign.watch.baseline.Threshold;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Thresholds of all statistics on client-days, and how often benign clients reach them. */
final class Thresholds {
  /** Clients are divided into so many parts, each judged by thresholds of the others. */
  private static final int FOLDS = 5;

  /** What fewer clients showed has no tail. */
  private static final int LEAST_CLIENTS = 3;

  /**
   * How often held-out client-days reached a threshold.
   *
   * @param days how many were held out
   * @param alarms how many of them reached one
   * @param clients how many clients they are of
   * @param alarmed how many of those reached one
   */
  record HeldOut(int days, int alarms, int clients, int alarmed) {
    double rate() {
      return days == 0 ? 0 : (double) alarms / days;
    }

    /** The upper end of the 95 % interval, with clients as draws. */
    double atMost() {
      return Shares.upper(alarmed, clients);
    }
  }

  private final ClientDays days;
  private final IntToDoubleFunction shares;

  /**
   * Over client-days.
   *
   * @param shares of client-days that may reach the threshold, of each statistic
   */
  Thresholds(ClientDays days, IntToDoubleFunction shares) {
    this.days = days;
    this.shares = shares;
  }

  /** Of one statistic; nothing where it was measured of hardly any client. */
  Optional<Threshold> of(int statistic) {
    return of(statistic, owner -> true);
  }

  private Optional<Threshold> of(int statistic, IntPredicate included) {
    double[] values = new double[days.size()];
    int[] owners = new int[days.size()];
    int count = 0;
    Set<Integer> measured = new HashSet<>();
    for (int i = 0; i < days.size(); i++) {
      if (included.test(days.owner(i))) {
        values[count] = days.value(i, statistic);
        owners[count] = days.owner(i);
        if (values[count++] > Double.NEGATIVE_INFINITY) {
          measured.add(days.owner(i));
        }
      }
    }
    return measured.size() >= LEAST_CLIENTS
        ? Optional.of(
            Tail.threshold(
                java.util.Arrays.copyOf(values, count),
                java.util.Arrays.copyOf(owners, count),
                shares.applyAsDouble(statistic)))
        : Optional.empty();
  }

  /** Each client judged by thresholds that were found without it and a fifth of the others. */
  HeldOut heldOut() {
    int alarms = 0;
    Set<Integer> alarmed = new HashSet<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      double[] at = new double[days.statistics()];
      for (int i = 0; i < at.length; i++) {
        at[i] =
            of(i, owner -> owner % FOLDS != out)
                .map(Threshold::at)
                .orElse(Double.POSITIVE_INFINITY);
      }
      for (int i = 0; i < days.size(); i++) {
        if (days.owner(i) % FOLDS == out && reaches(i, at)) {
          alarms++;
          alarmed.add(days.owner(i));
        }
      }
    }
    return new HeldOut(days.size(), alarms, days.clients(), alarmed.size());
  }

  private boolean reaches(int day, double[] at) {
    for (int i = 0; i < at.length; i++) {
      if (days.value(day, i) >= at[i]) {
        return true;
      }
    }
    return false;
  }
}
