package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.jinja.Jinja;
import dev.countersign.inspect.payload.Payloads;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the writer of a header added: pairs of texts. */
final class Metadata {
  private static final int PREFIX = 8;

  /** Keys of the SD model metadata standard (modelspec) and of kohya-ss trainers. */
  private static final Map<String, ArtefactFact> FACTS =
      Map.ofEntries(
          Map.entry("format", ArtefactFact.FRAMEWORK),
          Map.entry("modelspec.title", ArtefactFact.NAME),
          Map.entry("modelspec.architecture", ArtefactFact.ARCHITECTURE),
          Map.entry("modelspec.author", ArtefactFact.AUTHOR),
          Map.entry("modelspec.license", ArtefactFact.LICENCE),
          Map.entry("modelspec.usage_hint", ArtefactFact.TASK),
          Map.entry("ss_sd_model_name", ArtefactFact.BASE_MODEL),
          Map.entry("ss_base_model_version", ArtefactFact.BASE_MODEL),
          Map.entry("name", ArtefactFact.NAME),
          Map.entry("model_name", ArtefactFact.NAME),
          Map.entry("license", ArtefactFact.LICENCE),
          Map.entry("author", ArtefactFact.AUTHOR),
          Map.entry("version", ArtefactFact.VERSION),
          Map.entry("training_dataset", ArtefactFact.DATASETS));

  /** What writers of safetensors put under {@code format}, by the names of the frameworks. */
  private static final Map<String, String> FRAMEWORKS =
      Map.of("pt", "PyTorch", "tf", "TensorFlow", "np", "NumPy", "flax", "Flax", "mlx", "MLX");

  private Metadata() {}

  static void tell(Map<String, String> metadata, Examination examination) {
    new TreeMap<>(metadata).forEach((key, value) -> entry(key, value, examination));
    examination.fact(
        ArtefactFact.TRAINING_ARGUMENTS,
        new TreeMap<>(metadata)
            .entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("ss_") && entry.getValue().length() < 80)
                .map(entry -> entry.getKey().substring(3) + "=" + entry.getValue())
                .collect(Collectors.joining("; ")));
  }

  private static void entry(String key, String value, Examination examination) {
    if (FACTS.containsKey(key)) {
      examination.fact(FACTS.get(key), FRAMEWORKS.getOrDefault(value, value));
    }
    Payloads.in(value)
        .or(() -> Payloads.in(key))
        .ifPresent(payload ->
            examination.report(
                SafetensorsRules.METADATA,
                PREFIX,
                "%s in %s: %s".formatted(payload.kind(), key, payload.excerpt())));
    if (Jinja.looksLike(value)) {
      Jinja.report(value, "__metadata__ " + key, PREFIX, examination);
    }
  }
}
