package dev.countersign.inspect.catboost;

import dev.countersign.inspect.Rule;

/** What can be found in models of CatBoost. */
final class CatboostRules {
  static final Rule PAYLOAD =
      Rule.suspicious(
              "catboost-payload",
              "A text of the model holds code or a command.",
              "Nothing runs it by itself; a program that evaluates the text does.",
              "Find out what it is for, and take it out.")
          .see("CWE-506");

  private CatboostRules() {}
}
