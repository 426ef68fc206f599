package dev.countersign.watch.engine;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fleet's parts of all detectors of one model: a pure function of its state and contributions
 * in {@link Contribution#ORDER}.
 */
public final class FleetMachine {
  private final Map<String, FleetHosted<?>> hosted = new LinkedHashMap<>();
  private final int signature;

  /** With detectors of these kinds, before anything was contributed. */
  public FleetMachine(ModelBaseline usual, List<DetectorKind> kinds) {
    int sum = 1;
    for (DetectorKind kind : kinds) {
      kind.fleet(usual).ifPresent(part -> hosted.put(kind.id(), hosted(kind, part, usual)));
      sum = 31 * sum + kind.id().hashCode() * 31 + kind.version();
    }
    this.signature = sum;
  }

  private static <S extends State> FleetHosted<S> hosted(
      DetectorKind kind, FleetDetector<S> part, ModelBaseline usual) {
    return new FleetHosted<>(part, Limits.of(kind, usual), usual);
  }

  /** Takes a contribution, and gives away what comes of it. */
  public void take(Contribution contribution, Output out) {
    FleetHosted<?> one = hosted.get(contribution.detector());
    if (one != null) {
      one.take(contribution, out);
    }
  }

  /**
   * Writes what it remembers.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeInt(signature);
    for (FleetHosted<?> one : hosted.values()) {
      one.write(out);
    }
  }

  /**
   * Takes what another one wrote in place of what it remembers.
   *
   * @throws IOException if it was written with other detectors, or is none
   */
  public void read(DataInput in) throws IOException {
    if (in.readInt() != signature) {
      throw new IOException("the state is of other detectors, or of other versions of them");
    }
    for (FleetHosted<?> one : hosted.values()) {
      one.read(in);
    }
  }
}
