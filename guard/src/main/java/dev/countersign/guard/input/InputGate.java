package dev.countersign.guard.input;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.Gate;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import java.util.List;

/**
 * Decides whether an input is like what a model was trained on: the schema first, then the
 * distribution. The share of inputs of the training distribution that it rejects is the one that
 * the profile was fitted for, by conformal prediction.
 *
 * <pre>{@code
 * ProfileFile file = ProfileFile.read(path, Gate.INPUT, trust);
 * InputGate gate = InputGate.of(file, sha256OfTheServedModel);
 * Input input = gate.input(); // one a thread, used again and again
 * Decision decision = gate.decide(input.clear().number("age", 39).category("job", "Sales"));
 * if (decision != Decision.ACCEPT) {
 *   log(input.verdict());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, each with an {@link Input} of its own. A decision allocates
 * nothing; a {@link Verdict} does.
 */
public final class InputGate {
  private final InputModel model;
  private final FailMode failMode;
  private final Tally tally;

  private InputGate(InputModel model, FailMode failMode) {
    this.model = model;
    this.failMode = failMode;
    this.tally = new Tally(model.calibration());
  }

  /**
   * A gate that rejects what it cannot decide in time.
   *
   * @param file the verified profile
   * @param sha256 of a file of the model that is served, in lower-case hexadecimal
   * @throws UnusableProfile if it was made for another model, or its settings cannot be used
   */
  public static InputGate of(ProfileFile file, String sha256) throws UnusableProfile {
    return of(file, sha256, FailMode.CLOSED);
  }

  /**
   * The same with a choice of what to do with what it cannot decide in time.
   *
   * @throws UnusableProfile if it was made for another model, or its settings cannot be used
   */
  public static InputGate of(ProfileFile file, String sha256, FailMode failMode)
      throws UnusableProfile {
    return withoutModel(file.forModel(sha256).profile(), failMode);
  }

  /**
   * A gate before no model: to try a profile on data.
   *
   * @throws UnusableProfile if its settings cannot be used
   */
  public static InputGate withoutModel(GuardProfile profile, FailMode failMode)
      throws UnusableProfile {
    if (profile.gate() != Gate.INPUT) {
      throw new UnusableProfile(
          "The profile is for the %s, and the input-gate was to be made from it."
              .formatted(profile.gate().word()));
    }
    return new InputGate(InputModel.read(profile.settings()), failMode);
  }

  /** Room for one input at a time; each thread needs one of its own. */
  public Input input() {
    return new Input(model);
  }

  /** The names of the features, in the order that {@link Input#vector} takes them. */
  public List<String> features() {
    return model.encoding().columns().stream().map(Column::name).toList();
  }

  /** Whether each of them is a number; otherwise it is a category. */
  public boolean[] numeric() {
    Encoding encoding = model.encoding();
    boolean[] numeric = new boolean[encoding.columns().size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = encoding.isNumeric(i);
    }
    return numeric;
  }

  /** Decides, however long it takes. */
  public Decision decide(Input input) {
    return decide(input, Deadline.none());
  }

  /** Decides before a deadline, and otherwise as the {@link FailMode} says. */
  public Decision decide(Input input, Deadline deadline) {
    if (input.model != model) {
      throw new IllegalArgumentException("the input was made by another gate");
    }
    input.decided(judge(input, deadline));
    tally.add(input.decision(), input.pValue());
    return input.decision();
  }

  private Decision judge(Input input, Deadline deadline) {
    if (input.malformed() || input.predicted() >= 0 != model.calibration().byPrediction()) {
      input.pValue = 0;
      return Decision.REJECT;
    }
    double score = model.score(input.raw, input.predicted(), input.scratch, deadline);
    input.score = score;
    if (Double.isNaN(score)) {
      input.undecided = true;
      input.pValue = Double.NaN;
      return failMode.decision();
    }
    input.pValue = model.calibration().pValue(score);
    Decision decision = byPValue(input.pValue);
    return Double.isInfinite(score) ? violated(input, decision) : decision;
  }

  /**
   * What is no number is rejected. A new category, a value out of range, or one missing that never
   * was, counts as less usual than all that was seen: the promised rate includes it.
   */
  private Decision violated(Input input, Decision decision) {
    Encoding encoding = model.encoding();
    for (int at = encoding.violation(input.raw, 0);
        at >= 0;
        at = encoding.violation(input.raw, at + 1)) {
      if (encoding.isNumeric(at) && Double.isInfinite(input.raw[at])) {
        return Decision.REJECT;
      }
    }
    return decision.and(Decision.FLAG);
  }

  private Decision byPValue(double pValue) {
    if (pValue <= model.calibration().reject()) {
      return Decision.REJECT;
    }
    return pValue <= model.calibration().flag() ? Decision.FLAG : Decision.ACCEPT;
  }

  /** How the p-values of all inputs since the gate was made are distributed. */
  public Drift drift() {
    return tally.drift();
  }
}
