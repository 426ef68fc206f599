package dev.countersign.inspect.pmml;

import dev.countersign.inspect.Rule;

/** What can be found in PMML. */
final class PmmlRules {
  static final Rule SCRIPT =
      Rule.suspicious(
              "pmml-script",
              "An extension holds a script.",
              "A program that understands the extension, or shows it as a page, runs it.",
              "Remove the extension, after finding out who wrote it and why.")
          .see("CWE-94");

  static final Rule TEXT =
      Rule.suspicious(
              "pmml-text",
              "A text is code, a command or a link to where stolen data goes.",
              "A program that evaluates or shows it may run it.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  static final Rule FUNCTION =
      Rule.suspicious(
              "pmml-function",
              "A function has the name of a Java class.",
              "JPMML loads the class of that name and calls it.",
              "Use functions that PMML defines, or define the function in the model.")
          .see("CWE-470");

  static final Rule EXTERNAL =
      Rule.suspicious(
              "pmml-external",
              "Data or a model is named that is outside of the file.",
              "A program that understands it reads a file, a database or a host.",
              "Put the data into the file.")
          .see("CWE-829");

  private PmmlRules() {}
}
