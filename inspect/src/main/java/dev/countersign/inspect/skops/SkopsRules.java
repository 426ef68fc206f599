package dev.countersign.inspect.skops;

import dev.countersign.inspect.Rule;

/** What can be found in models of skops. */
final class SkopsRules {
  static final Rule DANGEROUS =
      Rule.malicious(
              "skops-dangerous",
              "The model names a function or class that runs commands or code, or reaches files.",
              "Once it is trusted, or where skops is older than 0.12, loading calls it.",
              "Do not load it.")
          .see("CVE-2025-54412", "CVE-2025-54413", "CWE-502");

  static final Rule UNKNOWN =
      Rule.suspicious(
              "skops-unknown",
              "The model names a class or function that nobody listed.",
              "skops asks whether to trust it; once it is trusted, loading imports it.",
              "Hand only names over as trusted that you know.")
          .see("CWE-502");

  static final Rule OPERATOR =
      Rule.malicious(
              "skops-operator",
              "A node for functions of Python's operator names something else.",
              "skops before 0.12 shows a harmless name and calls the other one.",
              "Do not load it.")
          .see("CVE-2025-54412");

  static final Rule METHOD =
      Rule.suspicious(
              "skops-method",
              "A node takes a method of an object by its name.",
              "skops before 0.12 takes any attribute of it, whatever type it shows.",
              "Load it only with skops 0.12 or later, after reading what it names.")
          .see("CVE-2025-54413");

  static final Rule GADGET =
      Rule.malicious(
              "skops-method-gadget",
              "A node takes a method that leads to the interpreter.",
              "skops before 0.12 follows it to any function.",
              "Do not load it.")
          .see("CVE-2025-54413");

  private SkopsRules() {}
}
