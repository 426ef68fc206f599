package dev.countersign.guard.prompt;

import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link GuardProfile} of a prompt gate has as its settings: which classifier, its
 * calibration on the texts of a service, and what the service chose.
 *
 * @param classifier {@link PromptClassifier#name}
 * @param digest {@link PromptClassifier#digest}
 * @param calibration of that classifier
 * @param settings what the service chose
 */
public record PromptProfile(
    String classifier, String digest, Calibration calibration, PromptSettings settings) {
  private static final int MOST_BENIGN = 1 << 20;

  /** The settings as JSON. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("classifier", classifier);
    json.put("classifierSha256", digest);
    json.put("falsePositives", settings.falsePositives());
    json.put("suspicious", settings.suspicious().word());
    json.put("failMode", settings.failMode().word());
    json.put("threshold", calibration.threshold(settings.falsePositives()));
    json.put("tail", calibration.tail());
    ArrayNode benign = json.putArray("benign");
    for (double score : calibration.benign()) {
      benign.add(score);
    }
    return json;
  }

  /**
   * What a profile says.
   *
   * @throws UnusableProfile if it is for another gate, or not of the form
   */
  public static PromptProfile of(GuardProfile profile) throws UnusableProfile {
    if (profile.gate() != Gate.PROMPT) {
      throw new UnusableProfile(
          "The profile is for the %s, and the prompt gate was to be made from it."
              .formatted(profile.gate().word()));
    }
    ObjectNode json = profile.settings();
    try {
      return new PromptProfile(
          json.path("classifier").asString(""),
          json.path("classifierSha256").asString(""),
          calibration(json),
          new PromptSettings(
              json.path("falsePositives").asDouble(0),
              suspicious(json).orElseThrow(IllegalArgumentException::new),
              FailMode.of(json.path("failMode").asString(""))
                  .orElseThrow(IllegalArgumentException::new)));
    } catch (IllegalArgumentException wrong) {
      throw new UnusableProfile(
          "The settings of the profile are malformed. Have it made again with countersign guard"
              + " prompts.");
    }
  }

  private static Optional<Decision> suspicious(JsonNode json) {
    String word = json.path("suspicious").asString("");
    return Stream.of(Decision.FLAG, Decision.REJECT)
        .filter(decision -> decision.word().equals(word))
        .findFirst();
  }

  private static Calibration calibration(JsonNode json) {
    JsonNode benign = json.path("benign");
    if (benign.size() > MOST_BENIGN) {
      throw new IllegalArgumentException();
    }
    double[] scores = new double[benign.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = benign.path(i).asDouble(Double.NaN);
    }
    return Calibration.of(json.path("tail").asDouble(-1), scores);
  }

  /**
   * A gate that decides by it.
   *
   * @throws UnusableProfile if it was calibrated for another classifier
   */
  public PromptGate gate(PromptClassifier by) throws UnusableProfile {
    if (!digest.equals(by.digest())) {
      throw new UnusableProfile(
          ("The profile was calibrated for the classifier %s with SHA-256 %s, and this one is %s with"
                  + " %s. Have it made again with countersign guard prompts.")
              .formatted(classifier, digest, by.name(), by.digest()));
    }
    return PromptGate.of(by, calibration, settings);
  }
}
