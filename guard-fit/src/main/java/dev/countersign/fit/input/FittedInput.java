package dev.countersign.fit.input;

import dev.countersign.attest.Subject;
import dev.countersign.guard.Gate;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.profile.GuardProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fitted input gate.
 *
 * @param model what it decides by
 * @param split how many rows served for what
 * @param classes what it knows of classes
 * @param heldOut what rows got that it did not know
 * @param options what was asked
 */
public record FittedInput(
    InputModel model, Split split, Classes classes, HeldOut heldOut, FitOptions options) {
  /**
   * The profile to sign.
   *
   * @param models the files of the model that it stands before
   * @param datasets the files that it was fitted on
   * @param at when
   * @param tool what made it
   */
  public GuardProfile profile(
      List<Subject> models, List<Subject> datasets, Instant at, String tool) {
    ObjectNode settings = model.write();
    ObjectNode rows = settings.putObject("rows");
    rows.put("fit", split.fit());
    rows.put("tune", split.tune());
    rows.put("calibration", split.calibration());
    rows.put("held-out", split.heldOut());
    settings.put("seed", options.seed());
    Map<String, Double> rates =
        Map.of(
            "false-rejects", options.falseRejects(),
            "false-rejects-held-out", heldOut.rate(),
            "flags", options.flags(),
            "flags-held-out", heldOut.flagRate());
    return new GuardProfile(Gate.INPUT, models, datasets, at, tool, rates, settings);
  }
}
