package dev.countersign.inspect.numpy;

import dev.countersign.inspect.Rule;

/** What can be found in arrays of NumPy. */
final class NumpyRules {
  static final Rule HEADER_CODE =
      Rule.malicious(
              "npy-header-code",
              "The header is an expression, and not a literal.",
              "NumPy refuses it; a reader that evaluates headers as Python runs it.",
              "Do not load it. NumPy never writes such a header.")
          .see("CWE-95");

  static final Rule HEADER =
      Rule.error(
          "npy-header",
          "The header does not describe an array.",
          "NumPy refuses it; another reader may take the bytes for anything.",
          "Save the array anew with numpy.save.");

  static final Rule OBJECTS =
      Rule.note(
              "npy-objects",
              "The array holds Python objects, as a pickle.",
              "numpy.load unpickles them with allow_pickle=True, and up to 1.16.2 without.",
              "Save numbers and strings in arrays of their own types.")
          .see("CWE-502", "CVE-2019-6446");

  static final Rule SHORT =
      Rule.error(
          "npy-short",
          "There are fewer bytes than the header announces.",
          "NumPy fails, or an array is shorter than it says.",
          "Get it anew from where it was made, and compare its digest.");

  static final Rule TRAILING =
      Rule.note(
          "npy-trailing",
          "Bytes follow the array.",
          "NumPy does not read them. They were looked into.",
          "Find out who put them there.");

  private NumpyRules() {}
}
