package dev.countersign.runner.calibrate;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.Threshold;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Statistic;
import dev.countersign.watch.engine.ClientMachine;
import dev.countersign.watch.engine.ClientRecord;
import dev.countersign.watch.engine.FleetMachine;
import dev.countersign.watch.engine.Ordering;
import dev.countersign.watch.engine.Output;
import dev.countersign.watch.event.Event;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The second pass over the log of one model: all detectors run over all clients. Of the clients
 * that nothing was learnt from, the largest values of each day are kept; of all together, those of
 * what looks across clients.
 */
final class Measuring implements Output {
  private static final long DAY = 86_400_000L;
  private static final long LATENESS = 30_000;

  private final ModelBaseline usual;
  private final List<DetectorKind> kinds;
  private final Map<DetectorKind, Integer> places = new IdentityHashMap<>();
  private final ClientMachine machine;
  private final FleetMachine fleet;
  private final Ordering ordering = new Ordering(LATENESS);
  private final Map<String, ClientRecord> records = new HashMap<>();
  private final ClientDays clientDays;
  private final ClientDays fleetDays;
  private final double[] ignored;
  private double[] now;

  Measuring(ModelBaseline usual, List<DetectorKind> kinds) {
    this.usual = usual;
    this.kinds = kinds;
    int count = 0;
    for (DetectorKind kind : kinds) {
      places.put(kind, count);
      count += kind.statistics().size();
    }
    this.machine = new ClientMachine(usual, kinds);
    this.fleet = new FleetMachine(usual, kinds);
    this.clientDays = new ClientDays(count);
    this.fleetDays = new ClientDays(count);
    this.ignored = new double[count];
    this.now = ignored;
  }

  void take(Event event, boolean measured) {
    long day = Math.floorDiv(event.time(), DAY);
    now = measured ? clientDays.at(event.client(), day) : ignored;
    machine.take(records.computeIfAbsent(event.client(), client -> machine.fresh()), event, this);
    ordering.reached(event.time(), this::fleet);
  }

  private void fleet(Contribution contribution) {
    double[] before = now;
    long day = Math.floorDiv(contribution.time(), DAY);
    now = fleetDays.at(Long.toString(day), day);
    fleet.take(contribution, this);
    now = before;
  }

  void ended() {
    ordering.ended(this::fleet);
  }

  @Override
  public void alert(Alert alert) {}

  @Override
  public void contribution(Contribution contribution) {
    ordering.add(contribution);
  }

  @Override
  public void reading(DetectorKind detector, int statistic, double value) {
    int place = places.getOrDefault(detector, 0) + statistic;
    now[place] = Math.max(now[place], value);
  }

  ClientDays clientDays() {
    return clientDays;
  }

  /** What each statistic may use of a budget: by the weights of all that were measured. */
  private IntToDoubleFunction shares(double budget) {
    int[] weights =
        kinds.stream()
            .flatMap(kind -> kind.statistics().stream())
            .mapToInt(Statistic::weight)
            .toArray();
    long all =
        IntStream.range(0, weights.length)
            .filter(place -> clientDays.isMeasured(place) || fleetDays.isMeasured(place))
            .mapToLong(place -> weights[place])
            .sum();
    return place -> budget * weights[place] / Math.max(1, all);
  }

  /** How often held-out clients reach thresholds. */
  Thresholds.HeldOut heldOut(double budget) {
    return new Thresholds(clientDays, shares(budget)).heldOut();
  }

  /**
   * Thresholds of all statistics, by detector and statistic.
   *
   * @param budget the share of client-days that may reach any
   */
  Map<String, Threshold> thresholds(double budget) {
    IntToDoubleFunction shares = shares(budget);
    double ofDay = clientsOfDay();
    Thresholds clients = new Thresholds(clientDays, shares);
    Thresholds together =
        new Thresholds(fleetDays, place -> Math.min(0.5, shares.applyAsDouble(place) * ofDay));
    Map<String, Threshold> all = new TreeMap<>();
    for (DetectorKind kind : kinds) {
      int place = places.getOrDefault(kind, 0);
      for (int i = 0; i < kind.statistics().size(); i++) {
        String name = kind.id() + "/" + kind.statistics().get(i).id();
        clients.of(place + i).or(other(together, place + i)).ifPresent(it -> all.put(name, it));
      }
    }
    return all;
  }

  private static java.util.function.Supplier<java.util.Optional<Threshold>> other(
      Thresholds thresholds, int statistic) {
    return () -> thresholds.of(statistic);
  }

  private double clientsOfDay() {
    return 2.0 * clientDays.size() / Math.max(1, fleetDays.size());
  }

  ModelBaseline usual(double budget) {
    return new ModelBaseline(
        usual.system(),
        usual.model(),
        usual.element(),
        usual.space(),
        thresholds(budget),
        usual.settings());
  }
}
