package dev.countersign.inspect.onnx;

import dev.countersign.inspect.Rule;

/** What can be found in ONNX. */
final class OnnxRules {
  private static final String ANEW = "Get it from where it was made, or export the model anew.";

  static final Rule PYTHON =
      Rule.malicious(
              "onnx-python",
              "An operator runs Python.",
              "A runtime that knows it runs the Python code that the operator names, or takes a"
                  + " number of the model for the address of an object.",
              "Do not load it. Export the model with standard operators.")
          .see("CWE-94");

  static final Rule CUSTOM =
      Rule.suspicious(
              "onnx-custom-operator",
              "An operator of a domain that no known runtime ships.",
              "It runs native code of a library that must be registered; without it, loading"
                  + " fails.",
              "Find out which library it needs and who made that; or export with standard"
                  + " operators.")
          .see("CWE-829", "AML.T0011.000");

  static final Rule UNKNOWN =
      Rule.suspicious(
              "onnx-unknown-operator",
              "An operator in the standard's domain that the standard does not have.",
              "Loading fails unless a library registers native code for it under that name.",
              "Find out which library it needs and who made that; or export with standard"
                  + " operators.")
          .see("CWE-829");

  static final Rule VENDOR =
      Rule.note(
          "onnx-vendor-operator",
          "Operators of one vendor's runtime.",
          "The runtime's own code runs for them; another runtime fails.",
          "Nothing, if that is the runtime in use.");

  static final Rule REPLACED =
      Rule.suspicious(
              "onnx-replaced-operator",
              "A function of the model has the name of an operator of the standard.",
              "Runtimes differ in whether they run the standard's operator or the model's"
                  + " function.",
              "Give the function a domain of its own.")
          .see("CWE-694");

  static final Rule PATH =
      Rule.malicious(
              "onnx-external-path",
              "Weights are read from outside of the model's folder.",
              "The loader reads that file, whatever it is; one that saves the model writes there.",
              "Keep weights in the model's folder, and name them without a path.")
          .see("CVE-2022-25882", "CVE-2024-27318", "CVE-2024-5187", "CVE-2025-51480", "CWE-22");

  static final Rule EXTERNAL_RANGE =
      Rule.suspicious(
              "onnx-external-range",
              "Weights are read from a place that their file does not have.",
              "A loader that maps the file reads memory that is not the file's, or stops.",
              ANEW)
          .see("CWE-125");

  static final Rule EXTERNAL_PLACE =
      Rule.suspicious(
              "onnx-external-place",
              "The place of weights is missing, or named twice.",
              "Loaders differ in which file they read.",
              ANEW)
          .see("CWE-694");

  static final Rule RECURSIVE =
      Rule.suspicious(
              "onnx-recursive-function",
              "A function of the model calls itself, or functions call each other without end.",
              "A runtime that puts functions in place of their calls never ends.",
              ANEW)
          .see("CWE-674");

  static final Rule EXTERNAL_MISSING =
      Rule.note(
          "onnx-external-missing",
          "A file with weights is not there, or is a link.",
          "Loading fails without it.",
          "Add the file beside the model.");

  static final Rule SIZE =
      Rule.suspicious(
              "onnx-tensor-size",
              "The data of a tensor is not of the size that its type and dimensions say.",
              "A runtime that believes the dimensions reads past the data.",
              ANEW)
          .see("CWE-130");

  static final Rule OVERFLOW =
      Rule.malicious(
              "onnx-tensor-overflow",
              "The dimensions of a tensor are negative, or more than a number of 64 bits holds.",
              "A runtime that multiplies without a check makes too small a buffer and writes past"
                  + " it.",
              ANEW)
          .see("CWE-190");

  static final Rule TEXT =
      Rule.suspicious(
              "onnx-metadata",
              "A description or an entry of metadata holds what is no description.",
              "Loading does not run it; a program that evaluates or shows it may.",
              "Remove it, after finding out who wrote it and why.")
          .see("CWE-94");

  static final Rule DEEP =
      Rule.suspicious(
              "onnx-nested-too-deep",
              "Graphs in graphs, deeper than any model needs.",
              "A runtime that goes down into each of them runs out of stack.",
              ANEW)
          .see("CWE-674");

  private OnnxRules() {}
}
