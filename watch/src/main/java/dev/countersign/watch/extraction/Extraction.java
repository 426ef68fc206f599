package dev.countersign.watch.extraction;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Statistic;
import java.util.List;

/**
 * Finds a client whose queries map the model instead of using it.
 *
 * <p>Every query of an attacker may be legitimate; what gives it away is that its rows lie where
 * usual rows do not, again and again. Whoever asks rows of the very distribution that the model is
 * used on cannot be told by where they lie, and is not seen here.
 */
public final class Extraction implements DetectorKind {
  private static final String FAMILY = "model-extraction";

  /** What sees most attacks gets four times as much of the budget of false alarms as the rest. */
  private static final int MAIN = 4;

  private static final String ADVICE =
      "Compare the shown requests with what this client is expected to send; if they are not from"
          + " its business, lower its rate, answer it with labels only, and talk to it.";

  @Override
  public String id() {
    return "extraction";
  }

  @Override
  public String finds() {
    return "A client whose queries map the model instead of using it.";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        one("novelty-64", "Its last 64 or so rows lie where usual rows do not."),
        one("novelty-192", "Its last 192 or so rows lie where usual rows do not."),
        one("novelty-768", "Its last 768 or so rows lie where usual rows do not."),
        main("relation-64", "Its last 64 or so rows hold values that do not go together."),
        main("relation-192", "Its last 192 or so rows hold values that do not go together."),
        main("relation-768", "Its last 768 or so rows hold values that do not go together."),
        one("odd-64", "Its last 64 or so rows hold values that features do not have."),
        one("odd-192", "Its last 192 or so rows hold values that features do not have."),
        one("odd-768", "Its last 768 or so rows hold values that features do not have."),
        one("doubt-64", "For its last 64 or so rows the model was close to deciding otherwise."),
        one("doubt-192", "For its last 192 or so rows the model was close to deciding otherwise."),
        one("doubt-768", "For its last 768 or so rows the model was close to deciding otherwise."),
        one("distance-64", "Its last 64 or so rows lie unusually far away from one another."),
        one("distance-192", "Its last 192 or so rows lie unusually far away from one another."),
        one("distance-768", "Its last 768 or so rows lie unusually far away from one another."),
        main("made-up-64", "Its last 64 or so rows look as if they had been made up."),
        main("made-up-192", "Its last 192 or so rows look as if they had been made up."),
        main("made-up-768", "Its last 768 or so rows look as if they had been made up."),
        one("coverage", "Its rows visit unusually many parts of the space of rows."),
        one("mmd-fleet", "Its rows are distributed unlike those of others with the same answers."),
        one("mmd-own", "Its rows are distributed unlike its own earlier ones."));
  }

  private static Statistic one(String id, String says) {
    return new Statistic(id, FAMILY, says, ADVICE, Statistic.ONLY_CALIBRATED);
  }

  private static Statistic main(String id, String says) {
    return new Statistic(id, FAMILY, says, ADVICE, Statistic.ONLY_CALIBRATED, MAIN);
  }

  @Override
  public ClientDetector<?> client(ModelBaseline baseline) {
    return new ExtractionOfClient();
  }
}
