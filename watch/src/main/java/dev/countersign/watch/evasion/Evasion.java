package dev.countersign.watch.evasion;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * Finds a search for a decision boundary: many rows that are nearly the same, put so that the
 * verdict changes. It remembers some rows of each client as Blacklight does (Li and others, USENIX
 * Security 2022: salted fingerprints of near-identical queries), though in bounded memory, and
 * looks at how near rows lie to each other. {@code docs/watch-evasion.md} explains it.
 */
public final class Evasion implements DetectorKind {
  /** Its id. */
  public static final String ID = "evasion";

  private static final String FAMILY = "evasion";
  private static final String LOOK =
      "Look at the rows of the events and at what was accepted after them; limit the client's rate, or answer it with verdicts instead of scores.";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String finds() {
    return "A client that searches for a decision boundary with many nearly identical rows.";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        statistic(
            "bisection",
            "It halves the way between rows of different verdicts again and again, in many features at once.",
            12),
        statistic(
            "boundary", "The verdict flips to and fro among rows that are nearly the same.", 50),
        statistic("patches", "It varies one part after the other of the same row.", 20),
        statistic(
            "mirrored",
            "Its rows lie in pairs on opposite sides of the same point, as in an estimate of a derivative.",
            20),
        statistic(
            "cluster",
            "Many rows, counted in doublings, are nearly the same in all features but not quite.",
            Statistic.ONLY_CALIBRATED));
  }

  private static Statistic statistic(String id, String says, double fallback) {
    return new Statistic(id, FAMILY, says, LOOK, fallback);
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new SearchWatch(Scale.read(baseline.settings(ID)), baseline.space().isPresent());
  }

  @Override
  public Optional<Learner> learner() {
    return Optional.of(new ScaleLearner());
  }
}
