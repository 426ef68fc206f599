package dev.countersign.watch.membership;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Statistic;
import dev.countersign.watch.evasion.Evasion;
import dev.countersign.watch.evasion.Scale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds probing of what a model was trained on: rows around records that an audit found vulnerable,
 * many records each asked about with a little noise, and one attribute swept for many records.
 * {@code docs/watch-membership.md} explains it. How far apart rows usually are is what {@link
 * Evasion} learnt.
 */
public final class Membership implements DetectorKind {
  /** Its id. */
  public static final String ID = "membership";

  private static final String PROBED =
      "Compare the rows of the events with the training data; limit the client's rate, and answer it with fewer digits or with verdicts alone.";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "A client that probes whether records were trained on, or what the model tells of them.";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        new Statistic(
            "vulnerable",
            "membership-inference",
            "It asks again and again about records that an audit found to be vulnerable.",
            PROBED,
            4),
        new Statistic(
            "harvest",
            "membership-inference",
            "It asks about one record after the other, each several times with a little noise.",
            PROBED,
            4.6),
        new Statistic(
            "sweep",
            "model-inversion",
            "It varies the same attribute of one record after the other.",
            "Ask whether this attribute is to be found out; limit how often one record may be asked about, and answer with fewer digits.",
            4.6));
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new ProbeWatch(
        Scale.read(baseline.settings(Evasion.ID)), Vulnerable.read(baseline.settings(ID)));
  }

  /**
   * A baseline that knows which records an audit found vulnerable to membership inference, by
   * salted fingerprints. The records themselves are not in it; but whoever has the baseline can
   * tell of a record whether it is one of them.
   *
   * @param baseline with what {@link Evasion} learnt
   * @param records rows of raw features as wide as the model's; at most {@link Vulnerable#MOST}
   * @throws IllegalArgumentException if the baseline holds no such thing, or for other records
   */
  public static ModelBaseline withVulnerable(ModelBaseline baseline, List<float[]> records) {
    Scale scale = Scale.read(baseline.settings(Evasion.ID));
    Map<String, ObjectNode> settings = new HashMap<>(baseline.settings());
    settings.put(ID, Vulnerable.of(scale, records).json());
    return new ModelBaseline(
        baseline.system(),
        baseline.model(),
        baseline.element(),
        baseline.space(),
        baseline.thresholds(),
        settings);
  }
}
