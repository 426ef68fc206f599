package dev.countersign.knowledge;

import java.util.Locale;

/** The five stages in the life of a machine-learned model, in order. */
public enum Stage {
  DATA_COLLECTION("Data collection"),
  TRAINING("Training"),
  MODEL_STORAGE("Model storage"),
  INFERENCE("Inference"),
  EVOLUTION("Post-deployment evolution");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** The heading in reports. */
  public String title() {
    return title;
  }

  /** The word in rules and JSON, for example {@code data-collection}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
