package dev.countersign.flink;

import dev.countersign.watch.detector.Contribution;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Contributions between the two stages, and while they wait. */
public final class ContributionSerializer extends ValueSerializer<Contribution> {
  private static final long serialVersionUID = 1L;

  /** For streams of them. */
  static final TypeInformation<Contribution> TYPE =
      new ValueType<>(Contribution.class, new ContributionSerializer());

  @Override
  public void serialize(Contribution one, DataOutputView out) throws IOException {
    one.write(out);
  }

  @Override
  public Contribution deserialize(DataInputView in) throws IOException {
    return Contribution.read(in);
  }

  @Override
  public TypeSerializerSnapshot<Contribution> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says in a savepoint which serializer wrote it. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Contribution> {
    /** For Flink. */
    public Snapshot() {
      super(ContributionSerializer::new);
    }
  }
}
