package dev.countersign.watch.engine;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.FleetDetector;
import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fleet's parts of all detectors of one model: a pure function of its state and contributions
 * in {@link Contribution#ORDER}.
 */
public final class FleetMachine {
  private final Map<String, FleetHosted<?>> hosted = new LinkedHashMap<>();
  private final List<FleetHosted<?>> places;
  private final Sections sections;

  /** With detectors of these kinds, before anything was contributed. */
  public FleetMachine(ModelBaseline usual, List<DetectorKind> kinds) {
    List<DetectorKind> with = new ArrayList<>();
    for (DetectorKind kind : kinds) {
      kind.fleet(usual)
          .ifPresent(part -> {
            hosted.put(kind.id(), hosted(kind, part, usual));
            with.add(kind);
          });
    }
    this.places = List.copyOf(hosted.values());
    this.sections = new Sections(with);
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
    sections.write((detector, into) -> places.get(detector).write(into), out);
  }

  /**
   * Takes what another one wrote in place of what it remembers. A detector that did not write to
   * it, or did so in another version, goes on with what it remembers.
   *
   * @throws IOException if it is none
   */
  public void read(DataInput in) throws IOException {
    sections.read((detector, from) -> places.get(detector).read(from), in);
  }
}
