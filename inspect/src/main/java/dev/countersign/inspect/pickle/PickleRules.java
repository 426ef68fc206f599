package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Rule;

/** What can be found in a pickle. */
final class PickleRules {
  private static final String CONVERT =
      "Do not load it. Get the weights as safetensors or ONNX from whoever trained the model.";
  private static final String ASK =
      "Read what it does; if it belongs to your own code, allow it by name in the policy.";

  static final Rule DANGEROUS_CALL =
      Rule.malicious(
              "pickle-dangerous-call",
              "Loading it calls something that no model needs.",
              "The call runs while the file is loaded, with the rights of whoever loads it.",
              CONVERT)
          .see("CWE-502", "AML.T0011.000");

  static final Rule DANGEROUS_IMPORT =
      Rule.malicious(
              "pickle-dangerous-import",
              "Loading it imports something that no model needs.",
              "The import runs while the file is loaded, and what is imported is at hand for a call.",
              CONVERT)
          .see("CWE-502", "AML.T0011.000");

  static final Rule UNKNOWN_CALL =
      Rule.suspicious(
              "pickle-unknown-call",
              "Loading it calls something that is on no list of what models need.",
              "The call runs while the file is loaded; whether it does harm is not known.",
              ASK)
          .see("CWE-502");

  static final Rule UNKNOWN_IMPORT =
      Rule.suspicious(
              "pickle-unknown-import",
              "Loading it imports something that is on no list of what models need.",
              "The module is imported while the file is loaded, which runs the code at its top.",
              ASK)
          .see("CWE-502");

  static final Rule HIDDEN_NAME =
      Rule.malicious(
              "pickle-hidden-name",
              "What it imports is computed while it is loaded.",
              "A name that is not written down hides from whoever inspects the file; no library"
                  + " writes such a pickle.",
              CONVERT)
          .see("CWE-502", "CWE-506");

  static final Rule PATCH =
      Rule.malicious(
              "pickle-patch",
              "Loading it changes a class, function or module of another library.",
              "Whatever uses the changed library afterwards does what the file says.",
              CONVERT)
          .see("CWE-502", "CWE-915");

  static final Rule AMBIGUOUS =
      Rule.note(
              "pickle-ambiguous",
              "It is written in a way that versions of Python read differently; no library writes so.",
              "What one reader takes for data may be code for another. Each reading was followed, and"
                  + " what any of them does is told by itself.",
              "Ask who made the file for it as written by the standard library.")
          .see("CWE-436");

  static final Rule BROKEN =
      Rule.error(
              "pickle-broken",
              "The pickle breaks off or is damaged, after something was already imported or called.",
              "What stands before the break runs before the loader notices it.",
              "Get it anew from where it was made, and compare its digest.")
          .see("CWE-502");

  static final Rule TOO_LARGE =
      Rule.error(
          "pickle-too-large",
          "The pickle has more objects at once than are followed.",
          "What comes after was not looked at.",
          "Save the model in smaller parts, or in a format without code.");

  static final Rule TRAILING =
      Rule.note(
          "pickle-trailing",
          "Bytes follow the end of the pickle.",
          "A loader that reads one pickle leaves them alone.",
          "Find out what they are before the file is used.");

  private PickleRules() {}
}
