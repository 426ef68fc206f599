package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.files;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.refs;
import static dev.countersign.model.language.Grammar.text;
import static dev.countersign.model.language.Grammar.word;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of a model. */
final class Models {
  private Models() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(MODEL, "A machine-learned model, as one version after another goes into use.")
          .required(
              "task",
              oneOf(
                  word("classification", "assigns a class"),
                  word("detection", "finds objects or events"),
                  word("recognition", "says who or what somebody is"),
                  word("regression", "estimates a number"),
                  word("forecasting", "estimates the future"),
                  word("ranking", "orders or recommends"),
                  word("anomaly-detection", "finds what is unusual"),
                  word("translation", "turns text of one language into another"),
                  word("transcription", "turns speech or images into text"),
                  word("embedding", "turns items into vectors"),
                  word("generation", "writes text, code, images or actions from a prompt")),
              "What it does.")
          .key(
              "origin",
              oneOf(
                  word("trained-here", "trained by the organisation"),
                  word("fine-tuned-here", "a foreign model adapted by the organisation"),
                  word("vendor", "weights from a supplier under contract"),
                  word("open-weights", "weights from a public hub"),
                  word("hosted", "somebody else runs it behind an API")),
              "Where its weights come from.",
              "Where do the weights of {id} come from?")
          .note("supplier", text(), "Who makes or hosts it.")
          .key(
              "base",
              refs(MODEL),
              "Models or adapters that it is built on.",
              "Which models is {id} built on?")
          .key(
              "trained-on",
              refs(DATASET),
              "Datasets that its weights are learnt from.",
              "Which datasets is {id} trained or tuned on?")
          .source(
              "contributors",
              refs(ACTOR),
              "Who sends weight updates in federated training; left out where training is central.",
              "")
          .key(
              "retrained",
              oneOf(
                  word("never", "the same weights for good"),
                  word("on-demand", "when somebody decides to"),
                  word("yearly", "about once a year"),
                  word("quarterly", "about every three months"),
                  word("monthly", "about once a month"),
                  word("weekly", "about once a week"),
                  word("daily", "about once a day"),
                  word("continuously", "online, with each new item")),
              "How often new weights go into use.",
              "How often is {id} retrained?")
          .key(
              "release",
              oneOf(
                  word("automatic", "a new version goes live by itself"),
                  word("gated", "it goes live if tests on held-out data pass"),
                  word("reviewed", "a person admits it after tests")),
              "What a new version has to pass before it goes live.",
              "What does a new version of {id} have to pass before it goes live?")
          .key(
              "exposes",
              anyOf(
                  word("label", "the decision or class only"),
                  word("score", "one confidence or probability"),
                  word("probabilities", "one for each class"),
                  word("embedding", "an inner vector"),
                  word("explanation", "why, in terms of the input"),
                  word("text", "generated or translated text"),
                  word("token-probabilities", "one for each token"),
                  word("gradients", "derivatives with regard to the input")),
              "What those who query it get to see.",
              "What do those who query {id} get to see: a label, scores, text?")
          .key(
              "proprietary",
              yesNo(),
              "Whether a copy in other hands would hurt the organisation.",
              "Would a copy of {id} in other hands hurt the organisation?")
          .key(
              "stored",
              ref(STORE),
              "Where its artefact is kept.",
              "In which store is the artefact of {id} kept?")
          .key(
              "format",
              oneOf(
                  word("pickle", "Python pickle, joblib, dill: runs code when loaded"),
                  word("pytorch", "torch.save: a pickle in a zip"),
                  word("torchscript", "PyTorch program archive: contains code"),
                  word("keras", "Keras .keras or .h5: may contain code layers"),
                  word("saved-model", "TensorFlow SavedModel: a graph with file operators"),
                  word("safetensors", "tensors only"),
                  word("gguf", "tensors with metadata and a prompt template"),
                  word("onnx", "a graph; may have custom operators"),
                  word("tflite", "a flat graph for devices"),
                  word("pmml", "XML"),
                  word("native-tree", "XGBoost, LightGBM or CatBoost files"),
                  word("container-image", "files inside a container image"),
                  word("other", "anything else")),
              "The format of its artefact.",
              "In which format is the artefact of {id} kept?")
          .key(
              "loader",
              oneOf(
                  word("data-only", "refuses anything that is not data"),
                  word("runs-code", "runs what the artefact says"),
                  word("trusts-remote-code", "fetches and runs code that comes with the artefact")),
              "What loading the artefact may do.",
              "Can loading {id} run code from its artefact?")
          .key(
              "updates",
              Words.UPDATES,
              "How new versions made by others arrive.",
              "How do new versions of {id} arrive: pinned, reviewed or by themselves?")
          .note("files", files(), "Where its artefact is, relative to this file.")
          .build();
}
