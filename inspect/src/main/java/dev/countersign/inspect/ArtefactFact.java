package dev.countersign.inspect;

import java.util.Locale;

/** What an artefact can tell of itself, for an inventory. It is a claim, not a proof. */
public enum ArtefactFact {
  /** What the model is called. */
  NAME,
  /**
   * The architecture: {@code llama}, {@code BertForSequenceClassification}, {@code RandomForest}.
   */
  ARCHITECTURE,
  /** The task it was made for. */
  TASK,
  /** The number of parameters: of numbers in its tensors. */
  PARAMETERS,
  /** The number of tensors. */
  TENSORS,
  /** The types of its tensors, most numbers first, separated by {@code ", "}. */
  TENSOR_TYPES,
  /** How weights are quantised. */
  QUANTISATION,
  /** Inputs as {@code name: type[shape]}, separated by {@code "; "}. */
  INPUTS,
  /** Outputs as {@code name: type[shape]}, separated by {@code "; "}. */
  OUTPUTS,
  /** The set of operators: {@code ai.onnx 17, ai.onnx.ml 3}. */
  OPSET,
  /** The tokens that fit into its context. */
  CONTEXT_LENGTH,
  /** The tokenizer. */
  TOKENIZER,
  /** The size of the vocabulary. */
  VOCABULARY,
  /** The model or models it was made from. */
  BASE_MODEL,
  /** The datasets it says it was made from. */
  DATASETS,
  /** The licence that it names. */
  LICENCE,
  /** Who made it. */
  AUTHOR,
  /** Its version. */
  VERSION,
  /** The library or program that wrote it. */
  PRODUCER,
  /** The version of the format. */
  FORMAT_VERSION,
  /** The library that loads it. */
  FRAMEWORK,
  /** The libraries that it asks for. */
  REQUIREMENTS,
  /** Arguments of its training, as {@code name=value}, separated by {@code "; "}. */
  TRAINING_ARGUMENTS,
  /** The classes that it tells apart. */
  CLASSES,
  /** The features that it takes. */
  FEATURES;

  /** The word in output: lower case with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
