package dev.countersign.fit.prompt;

import dev.countersign.attest.Subject;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptProfile;
import dev.countersign.guard.prompt.PromptSettings;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A prompt gate calibrated on the benign texts of whoever runs it. Every other text sets the
 * threshold, and the rest say what it comes to. Attacks play no part.
 *
 * @param settings of the profile
 * @param texts how many benign texts there were
 * @param rates {@code false-positives} is what was asked, {@code false-positives-held-out} what the
 *     texts that set nothing got
 */
public record PromptFit(PromptProfile settings, int texts, Map<String, Double> rates) {
  /** What was asked. */
  public static final String ASKED = "false-positives";

  /** What came out. */
  public static final String HELD_OUT = "false-positives-held-out";

  public PromptFit {
    rates = java.util.Collections.unmodifiableMap(new TreeMap<>(rates));
  }

  /**
   * From benign texts.
   *
   * @param own whether there are texts; otherwise the classifier's own calibration is taken
   * @throws IllegalArgumentException if there are too few for the rate that is asked for
   */
  public static PromptFit of(
      List<String> texts, boolean own, PromptClassifier classifier, PromptSettings settings) {
    if (!own) {
      return new PromptFit(
          profile(classifier, classifier.calibration(), settings),
          0,
          Map.of(ASKED, settings.falsePositives()));
    }
    List<String> setting = new ArrayList<>();
    List<String> checking = new ArrayList<>();
    texts.forEach(text -> (setting.size() > checking.size() ? checking : setting).add(text));
    int fewest = 2 * (int) Math.ceil(1 / settings.falsePositives());
    if (texts.size() < fewest) {
      throw new IllegalArgumentException(
          "%,d benign texts are too few for a rate of %s: give at least %,d"
              .formatted(texts.size(), settings.falsePositives(), fewest));
    }
    Calibration calibration = Calibrating.on(setting, classifier);
    PromptGate gate = PromptGate.of(classifier, calibration, settings);
    long flagged =
        checking.stream().filter(text -> gate.score(text).score() > gate.threshold()).count();
    return new PromptFit(
        profile(classifier, calibration, settings),
        texts.size(),
        Map.of(ASKED, settings.falsePositives(), HELD_OUT, (double) flagged / checking.size()));
  }

  private static PromptProfile profile(
      PromptClassifier classifier, Calibration calibration, PromptSettings settings) {
    return new PromptProfile(classifier.name(), classifier.digest(), calibration, settings);
  }

  /** The profile, for the files of a model. */
  public GuardProfile profile(
      List<Subject> models, List<Subject> datasets, Instant when, String tool) {
    return new GuardProfile(Gate.PROMPT, models, datasets, when, tool, rates, settings.toJson());
  }
}
