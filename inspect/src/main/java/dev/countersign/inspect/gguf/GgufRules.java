package dev.countersign.inspect.gguf;

import dev.countersign.inspect.Rule;

/** What can be found in GGUF and what came before it. */
final class GgufRules {
  private static final String ANEW = "Get it from where it was made, or convert the model anew.";

  private static final String MEMORY =
      "A reader in C that multiplies or adds without a check writes or reads past its buffer.";

  static final Rule LIE =
      Rule.malicious(
              "gguf-lie",
              "A count or length that no file of this size can hold.",
              "Readers in C made a buffer from it that was too small, and wrote past it.",
              ANEW)
          .see(
              "CVE-2024-25664",
              "CVE-2024-25665",
              "CVE-2024-25666",
              "CVE-2024-25667",
              "CVE-2024-25668");

  static final Rule OVERFLOW =
      Rule.malicious(
              "gguf-overflow",
              "The dimensions or the place of a tensor are more than a number of 64 bits holds.",
              MEMORY,
              ANEW)
          .see("CVE-2024-21802", "CVE-2024-21836", "CVE-2024-23496", "CWE-190");

  static final Rule OUT_OF_RANGE =
      Rule.suspicious(
              "gguf-out-of-range",
              "A tensor ends after the file.",
              "A reader that maps the file reads memory that is not the file's, or stops.",
              ANEW)
          .see("CWE-125");

  static final Rule OVERLAP =
      Rule.suspicious(
              "gguf-overlap",
              "Two tensors share bytes.",
              "Readers differ in whether they take it, and what is read is not what was written.",
              ANEW)
          .see("CWE-130");

  static final Rule UNALIGNED =
      Rule.note(
          "gguf-unaligned",
          "A tensor does not begin at a multiple of the alignment.",
          "Readers refuse the file.",
          ANEW);

  static final Rule TYPE =
      Rule.note(
          "gguf-type",
          "A type of tensors that is not known here, so that its size was not checked.",
          "A reader that does not know it refuses the file.",
          "Check which program wrote it.");

  static final Rule NO_TYPE =
      Rule.suspicious(
              "gguf-no-type",
              "A type of tensors that no version of ggml has.",
              "A reader that takes it for a place in its table of types reads past that table.",
              ANEW)
          .see("CWE-129");

  static final Rule NAME =
      Rule.suspicious(
              "gguf-name",
              "The name of a tensor is longer than ggml stores.",
              "A reader that copies it without a check writes past its buffer.",
              ANEW)
          .see("CVE-2024-23605", "CWE-120");

  static final Rule DUPLICATE =
      Rule.suspicious(
              "gguf-duplicate",
              "A name stands twice.",
              "Readers differ in which one they take, so that two programs load two models.",
              ANEW)
          .see("CWE-694");

  static final Rule KEY =
      Rule.suspicious(
              "gguf-key",
              "A key of the metadata looks like a path or has characters that are not shown.",
              "A program that makes files or variables of keys reaches others than it means to.",
              ANEW)
          .see("CWE-22");

  static final Rule ALIGNMENT =
      Rule.suspicious(
              "gguf-alignment",
              "The alignment is no power of two.",
              "A reader that divides by it or adds it finds tensors where there are none, or"
                  + " stops.",
              ANEW)
          .see("CWE-369");

  static final Rule BOOL =
      Rule.note(
          "gguf-bool",
          "A truth value that is neither 0 nor 1.",
          "Readers refuse the file or differ in what they take it for.",
          ANEW);

  static final Rule METADATA =
      Rule.suspicious(
              "gguf-metadata",
              "The metadata holds what is no description.",
              "Loading does not run it; a program that evaluates or shows metadata may.",
              "Remove the entry, after finding out who wrote it and why.")
          .see("CWE-94");

  static final Rule LEGACY =
      Rule.note(
          "ggml-legacy",
          "A format that was retired in 2023, without sizes to check.",
          "Its readers trust every number in it.",
          "Convert the model to GGUF.");

  static final Rule LEGACY_LIE =
      Rule.malicious(
              "ggml-lie",
              "A count that no file of this size can hold.",
              "Readers in C trust every number in it, and write past their buffers.",
              "Get the model anew, as GGUF.")
          .see("CWE-190");

  private GgufRules() {}
}
