package dev.countersign.discover.tree;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Folders whose name says that data or models are in them. */
public final class DataLike {
  private static final Set<String> DATA =
      Set.of(
          "data",
          "dataset",
          "datasets",
          "corpus",
          "corpora",
          "raw",
          "processed",
          "interim",
          "train",
          "training",
          "training_data",
          "train_data",
          "validation",
          "knowledge",
          "knowledge_base",
          "kb",
          "source_documents",
          "documents",
          "annotations");

  private static final Set<String> MODELS =
      Set.of(
          "model",
          "models",
          "weights",
          "checkpoint",
          "checkpoints",
          "artifacts",
          "artefacts",
          "saved_model",
          "saved_models",
          "model_repository",
          "pretrained");

  private DataLike() {}

  /** Whether a folder on the path is named like data. */
  public static boolean data(String path) {
    return Arrays.stream(path.toLowerCase(Locale.ROOT).split("/", -1)).anyMatch(DATA::contains);
  }

  /** Whether the folder itself is named like data or models. */
  static boolean folder(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return DATA.contains(name) || MODELS.contains(name);
  }
}
