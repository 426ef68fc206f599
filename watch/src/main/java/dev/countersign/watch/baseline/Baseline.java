package dev.countersign.watch.baseline;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import java.time.Instant;
import java.util.List;

/**
 * What is known of the usual traffic of one model, and how it was found, as an in-toto predicate,
 * {@value #TYPE}; {@code docs/schema/watch-baseline-1.schema.json} describes it. Its subjects are
 * the files of the model whose traffic it was, by SHA-256.
 *
 * @param models the files of the model; at least one. Of a model that is no file here the {@code
 *     countersign.yaml} of its system
 * @param logs that it was learnt from, by SHA-256
 * @param calibrated when
 * @param tool what made it, for example {@code countersign 0.1.0}
 * @param calibration how thresholds were found
 * @param usual what is usual
 */
public record Baseline(
    List<Subject> models,
    List<Subject> logs,
    Instant calibrated,
    String tool,
    Calibration calibration,
    ModelBaseline usual) {
  /** The type of the predicate. */
  public static final String TYPE = "https://countersign.dev/watch-baseline/v1";

  public Baseline {
    models = List.copyOf(models);
    logs = List.copyOf(logs);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a baseline is bound to a model, and none is named");
    }
  }

  /** As a statement that somebody can sign. */
  public Statement statement() {
    return new Statement(models, TYPE, BaselineJson.write(this));
  }

  /**
   * What a statement says.
   *
   * @throws UnusableBaseline if it is no baseline as this version writes them
   */
  public static Baseline read(Statement statement) throws UnusableBaseline {
    if (!statement.predicateType().equals(TYPE)) {
      throw new UnusableBaseline(
          "It is a statement of type %s, and a baseline has %s. Name a file that countersign watch calibrate wrote."
              .formatted(statement.predicateType(), TYPE));
    }
    return BaselineJson.read(statement.subjects(), statement.predicate());
  }
}
