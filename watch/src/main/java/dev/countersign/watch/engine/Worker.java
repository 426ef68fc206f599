package dev.countersign.watch.engine;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One thread's part of a batch: the events of its shards, in the order of the log. */
final class Worker implements Output {
  /** Something that came of an event, with the place of the event in its batch. */
  record Came<T>(int at, T what) {}

  private final Map<ModelKey, ClientMachine> machines = new HashMap<>();
  private final List<Came<Alert>> alerts = new ArrayList<>();
  private final List<Came<Contribution>> contributions = new ArrayList<>();
  private int at;

  Worker(Map<ModelKey, ModelBaseline> models, List<DetectorKind> kinds) {
    models.forEach((key, usual) -> machines.put(key, new ClientMachine(usual, kinds)));
  }

  /**
   * Takes those events of a batch whose shard leaves {@code rest} when divided by {@code threads}.
   */
  void take(List<Event> batch, ModelKey[] keys, Shard[] shards, int rest, int threads) {
    alerts.clear();
    contributions.clear();
    for (int i = 0; i < batch.size(); i++) {
      Event event = batch.get(i);
      int shard = Shard.of(event.client());
      if (shard % threads == rest) {
        at = i;
        one(event, keys[i], shards[shard]);
      }
    }
  }

  private void one(Event event, ModelKey model, Shard shard) {
    ClientMachine machine = machine(model);
    ClientKey key = new ClientKey(model.system(), model.model(), event.client());
    machine.take(shard.record(key, machine), event, this);
  }

  ClientMachine machine(ModelKey model) {
    ClientMachine machine = machines.get(model);
    if (machine == null) {
      throw new IllegalStateException("no machine for " + model);
    }
    return machine;
  }

  @Override
  public void alert(Alert alert) {
    alerts.add(new Came<>(at, alert));
  }

  @Override
  public void contribution(Contribution contribution) {
    contributions.add(new Came<>(at, contribution));
  }

  List<Came<Alert>> alerts() {
    return alerts;
  }

  List<Came<Contribution>> contributions() {
    return contributions;
  }
}
