package dev.countersign.inspect.rds;

import dev.countersign.inspect.Rule;

/** What can be found in objects of R. */
final class RRules {
  static final Rule PROMISE =
      Rule.malicious(
              "rds-promise",
              "A promise stands where data belongs.",
              "R before 4.4 evaluates its code as soon as somebody looks at the object.",
              "Do not load it. R itself never saves promises there.")
          .see("CVE-2024-27322", "CWE-502");

  static final Rule PROMISE_CALL =
      Rule.malicious(
              "rds-promise-call",
              "A promise in an environment runs commands or code, or reaches files or other hosts.",
              "R evaluates it as soon as the variable is used.",
              "Do not load it.")
          .see("CVE-2024-27322", "CWE-502");

  static final Rule FUNCTION =
      Rule.suspicious(
              "rds-function-call",
              "A function in the object runs commands or code, or reaches files or other hosts.",
              "It does so when it is called, as methods for printing are without being named.",
              "Read the function before the object is used.")
          .see("CWE-94");

  static final Rule LANGUAGE =
      Rule.suspicious(
              "rds-language-call",
              "An expression in the object runs commands or code, or reaches files or other hosts.",
              "Nothing runs it by itself; update, predict and eval do.",
              "Read the expression before the object is used.")
          .see("CWE-94");

  static final Rule ACTIVE =
      Rule.suspicious(
              "rds-active-binding",
              "A variable of an environment is a function that runs whenever it is read.",
              "Looking at the variable runs the function.",
              "Save values instead.")
          .see("CWE-94");

  static final Rule FUNCTIONS =
      Rule.note(
          "rds-functions",
          "The object holds functions.",
          "They run when they are called, as by predict.",
          "Prefer a format that holds only numbers, as PMML or ONNX.");

  private RRules() {}
}
