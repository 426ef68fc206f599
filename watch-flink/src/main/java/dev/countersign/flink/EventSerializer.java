package dev.countersign.flink;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.EventBytes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Events on their way to the worker that their client belongs to. */
public final class EventSerializer extends ValueSerializer<Event> {
  private static final long serialVersionUID = 1L;

  /** For streams of them. */
  static final TypeInformation<Event> TYPE = new ValueType<>(Event.class, new EventSerializer());

  @Override
  public void serialize(Event event, DataOutputView out) throws IOException {
    EventBytes.write(event, out);
  }

  @Override
  public Event deserialize(DataInputView in) throws IOException {
    return EventBytes.read(in);
  }

  @Override
  public TypeSerializerSnapshot<Event> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says in a savepoint which serializer wrote it. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Event> {
    /** For Flink. */
    public Snapshot() {
      super(EventSerializer::new);
    }
  }
}
