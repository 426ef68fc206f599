package dev.countersign.watch.engine;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Watches a log in one process: all detectors, for all clients of all models.
 *
 * <p>The same events in the same order give the same alerts in the same order, whatever the number
 * of threads and however the log is cut into batches; also when its state is written between two
 * batches and read by another process. One thread at a time may use it.
 */
public final class Monitor implements AutoCloseable {
  private final Models models;
  private final Map<ModelKey, FleetMachine> fleets = new LinkedHashMap<>();
  private final Shard[] shards = new Shard[Shard.COUNT];
  private final List<Worker> workers = new ArrayList<>();
  private final ExecutorService threads;
  private final Ordering ordering;
  private long events;

  /**
   * With these detectors.
   *
   * @param baselines of the models that have one; for others only what needs no calibration says
   *     something
   */
  public Monitor(List<ModelBaseline> baselines, List<DetectorKind> kinds, MonitorOptions options) {
    this.models = new Models(baselines);
    models.known().forEach((key, usual) -> fleets.put(key, new FleetMachine(usual, kinds)));
    int most = Math.max(1, options.mostClients() / Shard.COUNT);
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new Shard(most);
    }
    for (int i = 0; i < options.threads(); i++) {
      workers.add(new Worker(models.known(), kinds));
    }
    this.ordering = new Ordering(options.lateness());
    this.threads =
        Executors.newFixedThreadPool(Math.max(1, options.threads() - 1), Monitor::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "countersign-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes the next events of the log, and gives the alerts that come of them, in their order. */
  public List<Alert> take(List<Event> batch) {
    ModelKey[] keys = keys(batch);
    all(batch, keys);
    List<Alert> alerts = new ArrayList<>();
    List<Worker.Came<Alert>> own = merged(workers.stream().map(Worker::alerts).toList());
    List<Worker.Came<Contribution>> told =
        merged(workers.stream().map(Worker::contributions).toList());
    int nextAlert = 0;
    int nextTold = 0;
    for (int i = 0; i < batch.size(); i++) {
      for (; nextAlert < own.size() && own.get(nextAlert).at() == i; nextAlert++) {
        alerts.add(own.get(nextAlert).what());
      }
      for (; nextTold < told.size() && told.get(nextTold).at() == i; nextTold++) {
        ordering.add(told.get(nextTold).what());
      }
      ordering.reached(batch.get(i).time(), one -> fleet(one, alerts));
    }
    events += batch.size();
    return alerts;
  }

  /** The log has ended: gives the alerts that waited for events which might have come. */
  public List<Alert> ended() {
    List<Alert> alerts = new ArrayList<>();
    ordering.ended(one -> fleet(one, alerts));
    return alerts;
  }

  /** The key of each event's model: mostly that of the event before. */
  private ModelKey[] keys(List<Event> batch) {
    ModelKey[] keys = new ModelKey[batch.size()];
    ModelKey key = ModelKey.UNKNOWN;
    String system = "";
    String model = "";
    for (int i = 0; i < keys.length; i++) {
      Event event = batch.get(i);
      if (!event.model().equals(model) || !event.system().equals(system)) {
        system = event.system();
        model = event.model();
        key = models.key(system, model);
      }
      keys[i] = key;
    }
    return keys;
  }

  private void all(List<Event> batch, ModelKey[] keys) {
    int count = workers.size();
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int rest = i;
      others.add(threads.submit(() -> workers.get(rest).take(batch, keys, shards, rest, count)));
    }
    workers.get(0).take(batch, keys, shards, 0, count);
    others.forEach(Monitor::await);
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while it worked", stopped);
    }
  }

  private static <T> List<Worker.Came<T>> merged(List<List<Worker.Came<T>>> parts) {
    List<Worker.Came<T>> all = new ArrayList<>();
    parts.forEach(all::addAll);
    all.sort(Comparator.comparingInt(Worker.Came::at));
    return all;
  }

  private void fleet(Contribution contribution, List<Alert> alerts) {
    FleetMachine fleet = fleets.get(models.key(contribution.system(), contribution.model()));
    if (fleet != null) {
      fleet.take(contribution, new FleetOutput(alerts));
    }
  }

  private record FleetOutput(List<Alert> alerts) implements Output {
    @Override
    public void alert(Alert alert) {
      alerts.add(alert);
    }

    @Override
    public void contribution(Contribution contribution) {
      throw new IllegalStateException("the fleet's part of a detector tells nobody");
    }
  }

  /** How many clients are remembered. */
  public long clients() {
    long sum = 0;
    for (Shard shard : shards) {
      sum += shard.records().size();
    }
    return sum;
  }

  /** How many clients were forgotten, since there were more than may be remembered. */
  public long forgotten() {
    long sum = 0;
    for (Shard shard : shards) {
      sum += shard.forgotten();
    }
    return sum;
  }

  /** How many events were taken. */
  public long events() {
    return events;
  }

  /** How many contributions came too late to be put in order. */
  public long late() {
    return ordering.late();
  }

  /**
   * Writes all that is remembered.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeLong(events);
    ordering.write(out);
    out.writeInt(fleets.size());
    for (Map.Entry<ModelKey, FleetMachine> fleet : fleets.entrySet()) {
      write(fleet.getKey(), out);
      fleet.getValue().write(out);
    }
    for (Shard shard : shards) {
      out.writeLong(shard.forgotten());
      out.writeInt(shard.records().size());
      for (Map.Entry<ClientKey, ClientRecord> one : shard.records().entrySet()) {
        write(one.getKey(), one.getValue(), out);
      }
    }
  }

  private static void write(ModelKey key, DataOutput out) throws IOException {
    out.writeUTF(key.system());
    out.writeUTF(key.model());
  }

  private void write(ClientKey key, ClientRecord record, DataOutput out) throws IOException {
    ModelKey model = new ModelKey(key.system(), key.model());
    write(model, out);
    out.writeUTF(key.client());
    workers.get(0).machine(model).write(record, out);
  }

  /**
   * Takes what another one wrote in place of what is remembered. A detector that the other one did
   * not have, or had in another version, begins afresh.
   *
   * @throws IOException if it was written for models that have no baseline now, or is none
   */
  public void read(DataInput in) throws IOException {
    events = in.readLong();
    ordering.read(in);
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      fleet(readModel(in)).read(in);
    }
    for (Shard shard : shards) {
      shard.forgotten(in.readLong());
      for (int left = in.readInt(); left > 0; left--) {
        ModelKey model = readModel(in);
        ClientKey key = new ClientKey(model.system(), model.model(), in.readUTF());
        shard.put(key, workers.get(0).machine(model).read(in));
      }
    }
  }

  private FleetMachine fleet(ModelKey key) throws IOException {
    FleetMachine fleet = fleets.get(key);
    if (fleet == null) {
      throw new IOException("the state knows a model that has no baseline now: " + key.model());
    }
    return fleet;
  }

  private ModelKey readModel(DataInput in) throws IOException {
    ModelKey key = new ModelKey(in.readUTF(), in.readUTF());
    fleet(key);
    return key;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
