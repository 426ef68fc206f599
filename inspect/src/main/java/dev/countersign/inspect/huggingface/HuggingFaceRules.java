package dev.countersign.inspect.huggingface;

import dev.countersign.inspect.Rule;

/** What can be found in folders of Hugging Face. */
final class HuggingFaceRules {
  static final Rule CODE =
      Rule.suspicious(
              "huggingface-code",
              "The configuration names code that stands with the model.",
              "With trust_remote_code=True the library imports that code, and so runs it.",
              "Read the code, pin the revision, or use a model that the library has itself.")
          .see("CWE-829", "AML.T0011.000");

  static final Rule REMOTE_CODE =
      Rule.suspicious(
              "huggingface-remote-code",
              "The configuration names code in another repository.",
              "With trust_remote_code=True the library fetches whatever stands there that day, and runs it.",
              "Copy the code into this repository once it was read, or pin its revision.")
          .see("CWE-829", "CWE-494");

  static final Rule TRUST =
      Rule.suspicious(
              "huggingface-trust",
              "The configuration asks to trust code that comes with a model.",
              "Programs that hand their configuration on run that code without asking.",
              "Take trust_remote_code out of the configuration.")
          .see("CWE-829");

  static final Rule MODULE =
      Rule.malicious(
              "huggingface-module",
              "The configuration names a module that runs commands or code, or reaches files.",
              "The library imports it and calls what is named.",
              "Do not load it.")
          .see("CWE-94");

  static final Rule UNKNOWN_MODULE =
      Rule.suspicious(
              "huggingface-unknown-module",
              "The configuration names a module that is not of the library.",
              "The library imports it, and so runs it.",
              "Use a class that the library has itself.")
          .see("CWE-829");

  static final Rule LEAVES =
      Rule.malicious(
              "huggingface-path",
              "The configuration names a file outside of the model's folder.",
              "The library reads that file, or unpickles it, as if it belonged to the model.",
              "Do not load it.")
          .see("CWE-22");

  static final Rule PATTERN =
      Rule.note(
              "huggingface-pattern",
              "A pattern of the tokenizer repeats what repeats already.",
              "Some texts can take very long to cut into tokens.",
              "Limit the length of texts and the time that they may take.")
          .see("CWE-1333");

  private HuggingFaceRules() {}
}
