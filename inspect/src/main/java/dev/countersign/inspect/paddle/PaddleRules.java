package dev.countersign.inspect.paddle;

import dev.countersign.inspect.Rule;

/** What can be found in models of PaddlePaddle. */
final class PaddleRules {
  static final Rule PYTHON =
      Rule.malicious(
              "paddle-python",
              "An operator runs Python.",
              "It calls a function of the program that loads the model, by its number.",
              "Do not load it. Export the model without the operator.")
          .see("CWE-94");

  static final Rule FILE =
      Rule.malicious(
              "paddle-file",
              "An operator reads or writes files.",
              "When the program runs, it reaches any file that its process may.",
              "Do not load it. Export the model without the operator.")
          .see("CWE-73");

  static final Rule NETWORK =
      Rule.malicious(
              "paddle-network",
              "An operator talks to another host.",
              "When the program runs, it connects to an address in it.",
              "Do not load it. Export the model for inference.")
          .see("CWE-918");

  static final Rule TEXT =
      Rule.suspicious(
              "paddle-text",
              "A text is code, a command or a link to where stolen data goes.",
              "An operator may hand it on to what runs it.",
              "Find out which operator uses it and why.")
          .see("CWE-94");

  static final Rule RANGE =
      Rule.suspicious(
              "paddle-parameter-range",
              "A parameter has dimensions that are negative or too many.",
              "A reader that multiplies without a check makes too small a buffer.",
              "Get it from where it was made, or export the model anew.")
          .see("CWE-190");

  private PaddleRules() {}
}
