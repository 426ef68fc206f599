package dev.countersign.inspect.xgboost;

import dev.countersign.inspect.Rule;

/** What can be found in models of XGBoost. */
final class XgboostRules {
  static final Rule TREE =
      Rule.suspicious(
              "xgboost-tree",
              "A tree does not hold together: nodes that do not exist, lead into themselves, or arrays of"
                  + " different lengths.",
              "A library that does not check reads memory that is not the model's, or never ends.",
              "Do not load it. No version of XGBoost writes such a tree.")
          .see("CWE-125", "CWE-787");

  private XgboostRules() {}
}
