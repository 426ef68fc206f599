package dev.countersign.inspect.keras;

import dev.countersign.inspect.Rule;

/** What can be found in configurations of Keras. */
final class KerasRules {
  private static final String REBUILD =
      "Rebuild the model from layers that Keras has, or from classes of a package that you trust.";

  static final Rule LAMBDA =
      Rule.suspicious(
              "keras-lambda",
              "A layer holds a function as code.",
              "Keras runs it when the model is built or used: always from HDF5 and before 2.13, later"
                  + " only where safe_mode is switched off.",
              REBUILD)
          .see("CVE-2024-3660", "CVE-2025-9905", "CWE-94");

  static final Rule LAMBDA_DANGEROUS =
      Rule.malicious(
              "keras-lambda-dangerous",
              "A layer holds a function as code that runs commands, code or connections.",
              "Keras runs it when the model is built or used.",
              "Do not load it.")
          .see("CVE-2024-3660", "CVE-2025-9905", "CWE-502", "AML.T0011.000");

  static final Rule LAMBDA_NAMED =
      Rule.suspicious(
          "keras-lambda-named",
          "A layer calls a function by its name; the function is not in the file.",
          "Whoever loads the model hands the function over.",
          "Make sure that it is the function that was meant.");

  static final Rule MODULE =
      Rule.malicious(
              "keras-module",
              "The configuration names a module or function that runs commands or code, or reaches files.",
              "Keras before 3.9 imports any module that it reads there, and calls what is named.",
              "Do not load it.")
          .see("CVE-2025-1550", "CWE-94");

  static final Rule UNKNOWN_MODULE =
      Rule.suspicious(
              "keras-unknown-module",
              "The configuration names a class of a module that is not of Keras.",
              "Keras before 3.9 imports that module, and so runs it.",
              "Load it only where that module is yours, and hand its classes over as custom_objects.")
          .see("CVE-2025-1550");

  static final Rule CUSTOM =
      Rule.suspicious(
          "keras-custom",
          "The configuration names a class or function that Keras does not have.",
          "Whoever loads the model hands it over as custom_objects.",
          "Make sure that it is the class that was meant.");

  static final Rule GADGET =
      Rule.malicious(
              "keras-gadget",
              "The configuration calls a function of Keras that fetches, unpacks, loads or switches safety off.",
              "Files are written or code is loaded while the model is built, even in safe mode.",
              "Do not load it.")
          .see("CVE-2025-8747", "CVE-2025-9906", "CVE-2025-12060", "CWE-502");

  static final Rule FUNCTION =
      Rule.suspicious(
              "keras-function",
              "The configuration calls a function of Keras that is not made for models.",
              "It is called while the model is built or used.",
              REBUILD)
          .see("CVE-2025-8747");

  static final Rule TORCH =
      Rule.malicious(
              "keras-torch-wrapper",
              "A layer holds a pickled module of PyTorch.",
              "Keras 3.11.0 to 3.11.2 unpickles it even in safe mode, and a pickle can run code.",
              REBUILD)
          .see("CVE-2025-49655", "CWE-502");

  static final Rule READS =
      Rule.malicious(
              "keras-reads-file",
              "A layer reads its vocabulary from a file elsewhere, or from another host.",
              "What is in that file becomes part of the model and leaves with it; the other host learns"
                  + " of the load.",
              "Store the vocabulary in the model.")
          .see("CVE-2025-12058", "CWE-73", "CWE-918");

  static final Rule READS_BESIDE =
      Rule.suspicious(
              "keras-reads-file-beside",
              "A layer reads something from a file that is not in the model.",
              "Whatever stands there when the model is loaded is used.",
              "Store it in the model.")
          .see("CVE-2025-12058", "CWE-73");

  static final Rule SAVED_MODEL =
      Rule.suspicious(
              "keras-tfsm-layer",
              "A layer loads a SavedModel of TensorFlow from a path.",
              "Its graph runs, and a graph can read and write files.",
              "Inspect that SavedModel as well.")
          .see("CWE-73");

  static final Rule OPERATION =
      Rule.malicious(
              "keras-operation",
              "A layer calls an operation of TensorFlow that runs code or reaches files.",
              "It runs when the model is used.",
              "Do not load it.")
          .see("CWE-94");

  private KerasRules() {}
}
