package dev.countersign.bom.card;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names on Hugging Face. */
public final class Hub {
  private static final Pattern NAME =
      Pattern.compile("(?:https://huggingface\\.co/)?([\\w.-]{1,96})/([\\w.-]{1,96})/?");

  private Hub() {}

  /**
   * The package URL of a model, by purl's type {@code huggingface}.
   *
   * @param name as cards write it, for example {@code meta-llama/Llama-3.1-8B}; a path on a disk is
   *     none
   */
  public static Optional<String> purl(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || parts.group(1).startsWith(".") || name.startsWith("/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PackageURL("huggingface", parts.group(1), parts.group(2), null, null, null)
              .canonicalize());
    } catch (MalformedPackageURLException unusable) {
      return Optional.empty();
    }
  }

  /** The name without the address of the hub. */
  public static String name(String text) {
    Matcher parts = NAME.matcher(text.strip());
    return parts.matches() ? parts.group(1) + "/" + parts.group(2) : text.strip();
  }

  /** The word of the language for a task of the hub; empty where there is none. */
  public static Optional<String> task(String pipeline) {
    return switch (pipeline.toLowerCase(Locale.ROOT)) {
      case "text-generation",
          "text2text-generation",
          "image-text-to-text",
          "text-to-image",
          "any-to-any" ->
          Optional.of("generation");
      case "feature-extraction", "sentence-similarity" -> Optional.of("embedding");
      case "automatic-speech-recognition", "image-to-text" -> Optional.of("transcription");
      case "object-detection", "zero-shot-object-detection" -> Optional.of("detection");
      case "translation" -> Optional.of("translation");
      case "time-series-forecasting" -> Optional.of("forecasting");
      case "tabular-regression" -> Optional.of("regression");
      case "text-ranking" -> Optional.of("ranking");
      default ->
          pipeline.contains("classification") ? Optional.of("classification") : Optional.empty();
    };
  }
}
