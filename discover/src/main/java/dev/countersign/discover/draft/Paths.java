package dev.countersign.discover.draft;

import java.util.Locale;
import java.util.Set;

/** Names for files. */
final class Paths {
  /** Names of files and folders that say nothing of what is in them. */
  private static final Set<String> GENERIC =
      Set.of(
          "model",
          "models",
          "best",
          "last",
          "final",
          "weights",
          "checkpoint",
          "checkpoints",
          "pytorch_model",
          "adapter_model",
          "saved_model",
          "saved_models",
          "artifacts",
          "artefacts",
          "output",
          "outputs",
          "data",
          "dataset",
          "datasets",
          "raw",
          "processed",
          "train",
          "test",
          "valid",
          "validation",
          "val",
          "dev",
          "eval",
          "src",
          "app",
          "1",
          "prompt",
          "prompts",
          "index",
          "lib",
          "code",
          "scripts",
          "notebooks",
          "python",
          "container",
          "docker");

  private Paths() {}

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  static String extension(String path) {
    String name = name(path);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  static String stem(String path) {
    String name = name(path);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** A name that says something: the stem, or with the folder above it, or empty. */
  static String telling(String path) {
    String stem = withoutShard(stem(path));
    String folder = name(folder(path));
    if (!isGeneric(stem)) {
      return stem;
    }
    return isGeneric(folder) || folder.isEmpty() ? "" : folder;
  }

  static boolean isGeneric(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return GENERIC.contains(lower) || lower.startsWith("checkpoint") || lower.startsWith("epoch");
  }

  /** {@code model-00001-of-00004} is one of four parts of a model. */
  static String withoutShard(String stem) {
    int of = stem.indexOf("-of-");
    int dash = of < 0 ? -1 : stem.lastIndexOf('-', of - 1);
    return dash < 0 ? stem : stem.substring(0, dash);
  }
}
