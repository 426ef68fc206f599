package dev.countersign.inspect.openvino;

import dev.countersign.inspect.Rule;

/** What can be found in models of OpenVINO. */
final class OpenvinoRules {
  static final Rule LIBRARY =
      Rule.malicious(
              "openvino-library",
              "A layer names a library.",
              "A program that loads extensions by what the model says runs its native code.",
              "Do not load it. Convert the model with layers of OpenVINO only.")
          .see("CWE-829");

  static final Rule PYTHON =
      Rule.malicious(
              "openvino-python",
              "A layer runs Python.",
              "A program that knows such layers runs the code that the layer names.",
              "Do not load it. Convert the model with layers of OpenVINO only.")
          .see("CWE-94");

  static final Rule CUSTOM =
      Rule.suspicious(
              "openvino-custom-layer",
              "A layer of a set of operators that is not OpenVINO's.",
              "It runs native code of an extension; without it, loading fails.",
              "Find out which extension it needs and who made that.")
          .see("CWE-829");

  static final Rule RANGE =
      Rule.suspicious(
              "openvino-weights-range",
              "Weights are read from a place that their file does not have.",
              "A reader that maps the file reads memory that is not the file's, or stops.",
              "Get both files from where they were made.")
          .see("CWE-125");

  static final Rule MISSING =
      Rule.note(
          "openvino-weights-missing",
          "The file with the weights is not beside the graph.",
          "Loading fails, or takes the weights that the program names.",
          "Add the file of the same name with .bin at its end.");

  static final Rule TEXT =
      Rule.suspicious(
              "openvino-text",
              "A value is code, a command or a link to where stolen data goes.",
              "A program that evaluates or shows it may run it.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  private OpenvinoRules() {}
}
