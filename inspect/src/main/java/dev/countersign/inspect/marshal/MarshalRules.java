package dev.countersign.inspect.marshal;

import dev.countersign.inspect.Rule;

/** What can be found in compiled code. */
final class MarshalRules {
  static final Rule CODE =
      Rule.suspicious(
              "compiled-code",
              "Code that Python compiled comes with the model.",
              "Whoever imports or unmarshals it runs what nobody can read.",
              "Ask for the source, read it, and leave the compiled file out.")
          .see("CWE-506");

  static final Rule DANGEROUS =
      Rule.malicious(
              "compiled-dangerous",
              "Code that Python compiled names functions that run commands, code or connections.",
              "Whoever imports or unmarshals it lets it do so.",
              "Do not load it.")
          .see("CWE-502", "CWE-506", "AML.T0011.000");

  private MarshalRules() {}
}
