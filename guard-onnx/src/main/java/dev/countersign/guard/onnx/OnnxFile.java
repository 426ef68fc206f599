package dev.countersign.guard.onnx;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.guard.prompt.classify.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is needed to use an export of Hugging Face's as a classifier of prompts.
 *
 * <pre>{@code
 * {
 *   "prompt-classifier": 1,
 *   "name": "acme-injection-base",
 *   "model": { "file": "model.onnx", "sha256": "…" },
 *   "tokenizer": { "file": "tokenizer.json", "sha256": "…" },
 *   "attack-label": 1,
 *   "tokens": 512
 * }
 * }</pre>
 *
 * @param name what profiles name it by
 * @param model a text classifier that gives logits
 * @param tokenizer {@code tokenizer.json} of the same model
 * @param attackLabel the place among the model's labels, from 0, of the one for attacks
 * @param tokens the most that the model takes at once, with those that the tokenizer adds; 8 to
 *     8,192
 * @param window characters of text that are shown to the model at once, each overlapping the next
 *     by half; 64 to 16,384. A window of more tokens than the model takes is divided
 * @param batch how many windows the model looks at together, 1 to 64
 * @param threads of one decision, 1 to 64
 * @param calibration on benign texts, if one comes with it; otherwise a profile has to bring one
 */
public record OnnxFile(
    String name,
    Pinned model,
    Pinned tokenizer,
    int attackLabel,
    int tokens,
    int window,
    int batch,
    int threads,
    Optional<Calibration> calibration) {
  /** A calibration on a million texts has some twenty. */
  static final int MOST = 64 << 20;

  private static final Set<String> KEYS =
      Set.of(
          "prompt-classifier",
          "name",
          "model",
          "tokenizer",
          "attack-label",
          "tokens",
          "window",
          "batch",
          "threads",
          "calibration");

  public OnnxFile {
    within("attack-label", attackLabel, 0, 1_000);
    within("tokens", tokens, 8, 8_192);
    within("window", window, 64, 16_384);
    within("batch", batch, 1, 64);
    within("threads", threads, 1, 64);
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "\"%s\" is %,d, and may be %,d to %,d".formatted(what, value, least, most));
    }
  }

  /**
   * Reads one; files that it names are beside it.
   *
   * @throws IOException if it cannot be read, or says what this version does not know
   */
  public static OnnxFile read(Path file) throws IOException {
    byte[] bytes = Pinned.bounded(file, MOST);
    try {
      return of(StrictJson.object(bytes), file.toAbsolutePath());
    } catch (MalformedJson | IllegalArgumentException wrong) {
      throw new IOException(
          "%s describes no classifier: %s. See docs/guard-prompt.md."
              .formatted(file, wrong.getMessage()),
          wrong);
    }
  }

  private static OnnxFile of(ObjectNode json, Path file) {
    Set<String> unknown = new TreeSet<>(json.propertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "it has an unknown key \"" + unknown.iterator().next() + "\"");
    }
    if (number(json, "prompt-classifier", 0) != 1) {
      throw new IllegalArgumentException("\"prompt-classifier\" has to be 1");
    }
    return new OnnxFile(
        text(json, "name"),
        pinned(json, "model", file),
        pinned(json, "tokenizer", file),
        number(json, "attack-label", -1),
        number(json, "tokens", 512),
        number(json, "window", 1_200),
        number(json, "batch", 8),
        number(json, "threads", 1),
        json.has("calibration")
            ? Optional.of(calibration(json.path("calibration")))
            : Optional.empty());
  }

  private static Pinned pinned(JsonNode json, String key, Path beside) {
    JsonNode pinned = json.path(key);
    return new Pinned(beside.resolveSibling(text(pinned, "file")), text(pinned, "sha256"));
  }

  private static Calibration calibration(JsonNode json) {
    JsonNode benign = json.path("benign");
    double[] scores = new double[benign.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = benign.path(i).asDouble(Double.NaN);
    }
    return Calibration.of(json.path("tail").asDouble(-1), scores);
  }

  private static String text(JsonNode json, String key) {
    String text = json.path(key).asString("");
    if (text.isBlank()) {
      throw new IllegalArgumentException("\"" + key + "\" is missing, or no text");
    }
    return text;
  }

  private static int number(JsonNode json, String key, int otherwise) {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt()) {
      throw new IllegalArgumentException("\"" + key + "\" is no whole number");
    }
    return value.asInt();
  }
}
