package dev.countersign.inspect.caffe;

import dev.countersign.inspect.Rule;

/** What can be found in models of Caffe. */
final class CaffeRules {
  static final Rule PYTHON =
      Rule.malicious(
              "caffe-python",
              "A layer runs Python.",
              "Caffe imports the module that the layer names and calls its class, from wherever"
                  + " Python finds it.",
              "Do not load it. Use layers of Caffe only.")
          .see("CWE-94", "CWE-470");

  static final Rule DATA =
      Rule.suspicious(
              "caffe-data",
              "A layer reads data from files.",
              "When the network is set up, it opens the files that the layer names.",
              "Take data as inputs in a network for use.")
          .see("CWE-73");

  private CaffeRules() {}
}
