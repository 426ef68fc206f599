package dev.countersign.inspect.mlflow;

import dev.countersign.inspect.Rule;

/** What can be found in an {@code MLmodel} file. */
final class MlflowRules {
  static final Rule LOADER =
      Rule.suspicious(
              "mlflow-loader",
              "The model is loaded by a module that is not of MLflow.",
              "MLflow imports that module and calls its _load_pyfunc.",
              "Use a flavour that MLflow has, or read the module first.")
          .see("CWE-829");

  static final Rule DANGEROUS =
      Rule.malicious(
              "mlflow-dangerous-loader",
              "The model names a module that runs commands or code, or reaches files.",
              "MLflow imports it and calls what is in it.",
              "Do not load it.")
          .see("CWE-94");

  static final Rule CODE =
      Rule.suspicious(
              "mlflow-code",
              "The model brings code that MLflow imports.",
              "mlflow.pyfunc.load_model runs it without asking.",
              "Read the code first.")
          .see("CWE-829");

  static final Rule PICKLE =
      Rule.note(
              "mlflow-pickle",
              "Part of the model is a pickle.",
              "MLflow unpickles it, and a pickle can run code.",
              "Inspect that file as well.")
          .see("CVE-2024-37052", "CWE-502");

  static final Rule LEAVES =
      Rule.malicious(
              "mlflow-path",
              "The model names a file outside of its own folder.",
              "MLflow reads or unpickles that file as part of the model.",
              "Do not load it.")
          .see("CWE-22");

  private MlflowRules() {}
}
