package dev.countersign.inspect.tflite;

import dev.countersign.inspect.Rule;

/** What can be found in models of TensorFlow Lite. */
final class TfliteRules {
  private static final String ANEW = "Get it from where it was made, or convert the model anew.";

  static final Rule INDEX =
      Rule.malicious(
              "tflite-index",
              "A number names a tensor, buffer or operator that the model does not have.",
              "The interpreter takes it for a place in memory, and reads or writes there.",
              ANEW)
          .see("CVE-2020-15210", "CVE-2020-15211", "CWE-129");

  static final Rule RANGE =
      Rule.malicious(
              "tflite-out-of-range",
              "A buffer lies outside of the file.",
              "The interpreter maps the file, and reads memory that is not the file's.",
              ANEW)
          .see("CWE-125");

  static final Rule SIZE =
      Rule.suspicious(
              "tflite-tensor-size",
              "The data of a tensor is smaller than its type and shape say, or its shape is"
                  + " negative.",
              "An interpreter that believes the shape reads past the data.",
              ANEW)
          .see("CVE-2020-15208", "CWE-130");

  static final Rule CUSTOM =
      Rule.suspicious(
              "tflite-custom-operator",
              "A custom operator that nobody is known to ship.",
              "It runs native code that must be registered; without it, loading fails.",
              "Find out which library it needs and who made that.")
          .see("CWE-829");

  static final Rule SELECT =
      Rule.note(
          "tflite-select-operator",
          "Operators of TensorFlow itself, which the Flex delegate runs.",
          "The delegate of TensorFlow must be linked in.",
          "Nothing, if that is meant.");

  static final Rule SHIPPED =
      Rule.note(
          "tflite-known-operator",
          "Custom operators of well-known libraries.",
          "The library must be linked in.",
          "Nothing, if that is meant.");

  static final Rule TEXT =
      Rule.suspicious(
              "tflite-text",
              "A description or an argument is code, a command or a link to where stolen data"
                  + " goes.",
              "Loading does not run it; a program that evaluates or shows it may.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  private TfliteRules() {}
}
