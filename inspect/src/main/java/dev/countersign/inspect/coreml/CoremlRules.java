package dev.countersign.inspect.coreml;

import dev.countersign.inspect.Rule;

/** What can be found in models of Core ML. */
final class CoremlRules {
  static final Rule CUSTOM =
      Rule.suspicious(
              "coreml-custom",
              "A layer or model runs a class of the app.",
              "Core ML makes an object of the class that the model names and calls it; without it,"
                  + " loading fails.",
              "Find out which class it needs and who made that; or convert without custom layers.")
          .see("CWE-470");

  static final Rule PATH =
      Rule.malicious(
              "coreml-path",
              "A model or weights are read from outside of the model's folder.",
              "The loader reads that file, whatever it is.",
              "Keep everything in the model's folder, and name it without a path.")
          .see("CWE-22");

  static final Rule LINKED =
      Rule.note(
          "coreml-linked",
          "Another model is loaded by its name.",
          "What is loaded depends on what stands in the app's folder.",
          "Inspect that model too.");

  static final Rule TEXT =
      Rule.suspicious(
              "coreml-text",
              "Metadata or a parameter is code, a command or a link to where stolen data goes.",
              "A program that evaluates or shows it may run it.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  private CoremlRules() {}
}
