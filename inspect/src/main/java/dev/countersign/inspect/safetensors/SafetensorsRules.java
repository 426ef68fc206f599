package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.Rule;

/** What can be found in safetensors. */
final class SafetensorsRules {
  private static final String WRITE_ANEW =
      "Get it from where it was made, or write it anew with the safetensors library.";

  private static final String REFUSED =
      "The reference reader refuses the file; a reader that trusts the header reads other memory,"
          + " or another model than this inspection saw.";

  static final Rule OUT_OF_RANGE =
      Rule.suspicious(
              "safetensors-out-of-range",
              "A tensor lies outside of the file.",
              "The reference reader refuses the file; a reader that trusts the header reads memory"
                  + " that is not the file's.",
              WRITE_ANEW)
          .see("CWE-125");

  static final Rule OVERFLOW =
      Rule.malicious(
              "safetensors-overflow",
              "The dimensions of a tensor multiply to more than a number of 64 bits holds.",
              "A reader that multiplies without a check makes too small a buffer and writes past"
                  + " it.",
              WRITE_ANEW)
          .see("CWE-190");

  static final Rule SIZE =
      Rule.suspicious(
              "safetensors-size",
              "The bytes of a tensor are not those of its type and shape.",
              REFUSED,
              WRITE_ANEW)
          .see("CWE-130");

  static final Rule OVERLAP =
      Rule.suspicious("safetensors-overlap", "Two tensors share bytes.", REFUSED, WRITE_ANEW)
          .see("CWE-130");

  static final Rule UNOWNED =
      Rule.suspicious(
              "safetensors-unowned",
              "Bytes that belong to no tensor.",
              "The reference reader refuses the file; another program may find a second file in"
                  + " them, for instance a zip or a pickle.",
              WRITE_ANEW)
          .see("CWE-434");

  static final Rule DUPLICATE =
      Rule.suspicious(
              "safetensors-duplicate",
              "A name stands twice in the header.",
              "Readers differ in which one they take, so that two programs load two models.",
              WRITE_ANEW)
          .see("CWE-694");

  static final Rule HEADER =
      Rule.suspicious(
              "safetensors-header",
              "The header is JSON, but none that describes tensors.",
              REFUSED,
              WRITE_ANEW)
          .see("CWE-1286");

  static final Rule METADATA_TYPE =
      Rule.suspicious(
              "safetensors-metadata-type",
              "The metadata holds something else than text.",
              REFUSED,
              WRITE_ANEW)
          .see("CWE-1286");

  static final Rule METADATA =
      Rule.suspicious(
              "safetensors-metadata",
              "The metadata holds what is no description.",
              "Loading does not run it; a program that evaluates or shows metadata may.",
              "Remove the entry, after finding out who wrote it and why.")
          .see("CWE-94");

  static final Rule TYPE =
      Rule.note(
          "safetensors-type",
          "A type of numbers that is not known here.",
          "A reader that does not know it refuses the file.",
          "Check the version of the safetensors library that wrote it.");

  static final Rule INDEX_PATH =
      Rule.malicious(
              "safetensors-index-path",
              "The index names a file outside of the model's folder.",
              "The loader reads that file, whatever it is.",
              "Put all files of the model into its folder, and name them without a path.")
          .see("CWE-22");

  static final Rule INDEX_OTHER =
      Rule.suspicious(
              "safetensors-index-other",
              "The index of safetensors names a file that is none.",
              "A loader that goes by the name of each file unpickles it, although the model seems"
                  + " to be safetensors only.",
              "Convert that file to safetensors, and name it in the index.")
          .see("CWE-502");

  static final Rule INDEX_MISSING =
      Rule.note(
          "safetensors-index-missing",
          "A file that the index names is not there.",
          "The loader fails, or fetches it from where the model is published.",
          "Add the file, so that it is inspected too.");

  private SafetensorsRules() {}
}
