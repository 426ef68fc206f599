package dev.countersign.flink;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.engine.ClientMachine;
import dev.countersign.watch.engine.ClientRecord;
import dev.countersign.watch.engine.ModelKey;
import dev.countersign.watch.engine.Models;
import dev.countersign.watch.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The first stage: the detectors of one client after the other. What they remember is one value of
 * bytes a client, in the form that {@link ClientMachine#write} has, so that a savepoint outlives
 * other versions of detectors and of Flink's serializers.
 */
final class ClientFunction extends KeyedProcessFunction<String, Event, String> {
  private static final long serialVersionUID = 1L;

  private final Watched watched;
  private final OutputTag<Contribution> contributions;
  private final Duration remembered;
  private transient @Nullable Stage stage;

  /** What a worker works with. */
  private record Stage(
      Models models,
      Map<ModelKey, ClientMachine> machines,
      ValueState<byte[]> state,
      ByteArrayOutputStream buffer) {}

  ClientFunction(Watched watched, OutputTag<Contribution> contributions, Duration remembered) {
    this.watched = watched;
    this.contributions = contributions;
    this.remembered = remembered;
  }

  @Override
  public void open(OpenContext context) {
    Models models = watched.models();
    Map<ModelKey, ClientMachine> machines = new HashMap<>();
    models
        .known()
        .forEach(
            (key, usual) -> machines.put(key, new ClientMachine(usual, watched.detectors().get())));
    ValueStateDescriptor<byte[]> descriptor = new ValueStateDescriptor<>("client", byte[].class);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(remembered).build());
    stage =
        new Stage(
            models,
            machines,
            getRuntimeContext().getState(descriptor),
            new ByteArrayOutputStream(4096));
  }

  @Override
  public void processElement(Event event, Context context, Collector<String> out)
      throws IOException {
    Stage now = Objects.requireNonNull(stage, "open() comes first");
    ClientMachine machine = now.machines().get(now.models().key(event.system(), event.model()));
    if (machine == null) {
      throw new IllegalStateException("every model has a machine");
    }
    byte[] known = now.state().value();
    ClientRecord record = known == null ? machine.fresh() : machine.read(in(known));
    machine.take(
        record, event, new Emission(out::collect, told -> context.output(contributions, told)));
    now.buffer().reset();
    machine.write(record, new DataOutputStream(now.buffer()));
    now.state().update(now.buffer().toByteArray());
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
