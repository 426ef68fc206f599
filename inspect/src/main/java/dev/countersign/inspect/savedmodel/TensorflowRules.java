package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Rule;

/** What can be found in graphs of TensorFlow. */
final class TensorflowRules {
  private static final String ANEW = "Do not load it. Export the model anew without the operator.";

  static final Rule PYTHON =
      Rule.malicious(
              "tensorflow-python",
              "An operator runs Python.",
              "It runs a function of the program that loads the graph, or code that the graph"
                  + " names.",
              ANEW)
          .see("CWE-94", "AML.T0011.000");

  static final Rule FILE =
      Rule.malicious(
              "tensorflow-file",
              "An operator reads, writes or lists files.",
              "When the graph runs, it reaches any file that its process may.",
              ANEW)
          .see("CWE-73", "AML.T0011.000");

  static final Rule NETWORK =
      Rule.malicious(
              "tensorflow-network",
              "An operator talks to another host.",
              "When the graph runs, it sends what it is given to an address in the graph.",
              ANEW)
          .see("CWE-918");

  static final Rule PROGRAM =
      Rule.malicious(
              "tensorflow-program",
              "An operator that no version of TensorFlow has names a program or a library.",
              "Where a library provides it, loading runs native code or a command.",
              ANEW)
          .see("CWE-829");

  static final Rule DATA =
      Rule.suspicious(
              "tensorflow-data",
              "An operator reads data from files, databases or hosts.",
              "A model in use takes its data as inputs; when the graph runs, it reads what it"
                  + " names.",
              "Export the model without its reading of data.")
          .see("CWE-73");

  static final Rule PATH =
      Rule.malicious(
              "tensorflow-path",
              "An operator writes to a place outside of the model's folder.",
              "When the graph runs, it overwrites that file.",
              ANEW)
          .see("CWE-73");

  static final Rule ASSET =
      Rule.malicious(
              "tensorflow-asset",
              "An asset of the model has a path that leaves the model's folder.",
              "The loader hands the graph that file, whatever it is.",
              ANEW)
          .see("CWE-22");

  static final Rule TEXT =
      Rule.suspicious(
              "tensorflow-text",
              "A text in the graph is code, a command or a link to where stolen data goes.",
              "An operator may hand it on to what runs it.",
              "Find out which operator uses it and why.")
          .see("CWE-94");

  static final Rule OBSOLETE =
      Rule.note(
          "tensorflow-checkpoint-path",
          "The list of checkpoints names an absolute path.",
          "TensorFlow reads the checkpoint from there, if it is there.",
          "Name checkpoints relative to the list.");

  private TensorflowRules() {}
}
