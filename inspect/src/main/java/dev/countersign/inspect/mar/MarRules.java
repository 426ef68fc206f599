package dev.countersign.inspect.mar;

import dev.countersign.inspect.Rule;

/** What can be found in archives of TorchServe. */
final class MarRules {
  static final Rule HANDLER =
      Rule.note(
          "mar-handler",
          "The archive brings its own code; it was read as Python.",
          "TorchServe imports it when the model is registered.",
          "See what was found in it.");

  static final Rule MISSING =
      Rule.suspicious(
              "mar-missing",
              "The manifest names code that is not in the archive.",
              "TorchServe imports whatever module has that name where it runs.",
              "Put the code into the archive, or name a handler that TorchServe has.")
          .see("CWE-427");

  static final Rule LEAVES =
      Rule.malicious(
              "mar-path",
              "The manifest names a file outside of the archive.",
              "TorchServe reads that file as part of the model.",
              "Do not register it.")
          .see("CWE-22");

  static final Rule DANGEROUS =
      Rule.malicious(
              "mar-dangerous-handler",
              "The manifest names a handler that runs commands or code.",
              "TorchServe calls it with what clients send.",
              "Do not register it.")
          .see("CWE-94");

  private MarRules() {}
}
