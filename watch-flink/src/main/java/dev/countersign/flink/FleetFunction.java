package dev.countersign.flink;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.engine.FleetMachine;
import dev.countersign.watch.engine.ModelKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The second stage: the fleet's parts of the detectors of one model. Contributions wait until the
 * watermark has passed them, and are then taken in {@link Contribution#ORDER}, as {@code Monitor}
 * does it.
 *
 * <p>What the machines remember is larger than what a client is remembered by, and there are as
 * many as there are models: they stay in memory and are written at a checkpoint, each worker
 * reading back those that are its own.
 */
final class FleetFunction extends KeyedProcessFunction<String, Contribution, String>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final Watched watched;
  private transient @Nullable Map<String, FleetMachine> machines;
  private transient @Nullable Map<String, byte[]> restored;
  private transient @Nullable ListState<byte[]> kept;
  private transient @Nullable MapState<Long, List<Contribution>> waiting;

  FleetFunction(Watched watched) {
    this.watched = watched;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    Map<String, FleetMachine> all = new HashMap<>();
    for (Map.Entry<ModelKey, ModelBaseline> model : watched.models().known().entrySet()) {
      String name = ModelNames.of(model.getKey());
      FleetMachine machine = new FleetMachine(model.getValue(), watched.detectors().get());
      byte[] state = Objects.requireNonNull(restored, "restored").get(name);
      if (state != null) {
        machine.read(new DataInputStream(new ByteArrayInputStream(state)));
      }
      all.put(name, machine);
    }
    machines = all;
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(ContributionSerializer.TYPE)));
  }

  @Override
  public void processElement(Contribution contribution, Context context, Collector<String> out)
      throws Exception {
    if (contribution.time() <= context.timerService().currentWatermark()) {
      machine(context.getCurrentKey()).take(contribution, emission(out));
      return;
    }
    MapState<Long, List<Contribution>> later = Objects.requireNonNull(waiting, "waiting");
    List<Contribution> same = later.get(contribution.time());
    List<Contribution> more = same == null ? new ArrayList<>() : new ArrayList<>(same);
    more.add(contribution);
    later.put(contribution.time(), more);
    context.timerService().registerEventTimeTimer(contribution.time());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
    MapState<Long, List<Contribution>> later = Objects.requireNonNull(waiting, "waiting");
    List<Contribution> due = new ArrayList<>(later.get(time));
    due.sort(Contribution.ORDER);
    later.remove(time);
    due.forEach(one -> machine(context.getCurrentKey()).take(one, emission(out)));
  }

  private FleetMachine machine(String model) {
    return Objects.requireNonNull(
        Objects.requireNonNull(machines, "open() comes first").get(model), "every model has one");
  }

  private static Emission emission(Collector<String> out) {
    return new Emission(
        out::collect,
        told -> {
          throw new IllegalStateException("the fleet's part of a detector tells nobody");
        });
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("fleets", byte[].class));
    restored = new HashMap<>();
    for (byte[] one : kept.get()) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(one));
      restored.put(in.readUTF(), in.readAllBytes());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    List<byte[]> own = new ArrayList<>();
    Objects.requireNonNull(machines, "open() comes first")
        .forEach((model, machine) -> {
          if (isOwn(model)) {
            own.add(bytes(model, machine));
          }
        });
    Objects.requireNonNull(kept, "initializeState() comes first").update(own);
  }

  private boolean isOwn(String model) {
    var task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            model, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  private static byte[] bytes(String model, FleetMachine machine) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeUTF(model);
      machine.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
