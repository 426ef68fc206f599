package dev.countersign.inspect.lightgbm;

import dev.countersign.inspect.Rule;

/** What can be found in models of LightGBM. */
final class LightgbmRules {
  static final Rule TREE =
      Rule.suspicious(
              "lightgbm-tree",
              "A tree does not hold together: fewer values than leaves, children that do not exist, or sizes"
                  + " that are not those of the text.",
              "A library that does not check reads memory that is not the model's.",
              "Do not load it. No version of LightGBM writes such a tree.")
          .see("CWE-125", "CWE-787");

  static final Rule PAYLOAD =
      Rule.suspicious(
              "lightgbm-payload",
              "A line of the model holds code or a command.",
              "Nothing runs it by itself; a program that evaluates the line does.",
              "Find out what it is for, and take it out.")
          .see("CWE-506");

  private LightgbmRules() {}
}
