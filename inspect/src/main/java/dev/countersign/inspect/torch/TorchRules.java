package dev.countersign.inspect.torch;

import dev.countersign.inspect.Rule;

/** What can be found in files of PyTorch. */
final class TorchRules {
  static final Rule AMBIGUOUS =
      Rule.suspicious(
              "torch-ambiguous-record",
              "Several members stand for one record.",
              "PyTorch finds records without regard to case, and by a search that takes any of"
                  + " several of one name; other readers take another one.",
              "Save the model anew with torch.save from a source that you trust.")
          .see("CWE-694");

  static final Rule ELSEWHERE =
      Rule.suspicious(
              "torch-record-elsewhere",
              "A record stands outside of the archive's folder.",
              "PyTorch does not read it, and other readers may.",
              "Save the model anew with torch.save from a source that you trust.")
          .see("CWE-436");

  static final Rule SCRIPT =
      Rule.note(
          "torch-script",
          "It is a program in TorchScript.",
          "torch.jit.load runs the __setstate__ of its classes, and torch.load takes it for one, too.",
          "Prefer safetensors or ONNX where tensors or a graph are enough.");

  static final Rule FILES =
      Rule.malicious(
              "torch-script-files",
              "Its program reads or writes files.",
              "When the model is called, or already while it is loaded, it reads or writes files of"
                  + " whoever runs it.",
              "Do not load it. Ask its maker why a model needs files.")
          .see("CWE-73", "CWE-506");

  static final Rule OPERATOR =
      Rule.suspicious(
              "torch-script-operator",
              "Its program calls an operator that PyTorch does not have.",
              "It needs a native library that somebody else wrote, which is loaded into the process.",
              "Find out which library has the operator, and check that library.")
          .see("CWE-829");

  static final Rule PACKAGE =
      Rule.malicious(
              "torch-package",
              "It is a package of Python code.",
              "torch.package.PackageImporter runs the Python in it.",
              "Ask for the tensors alone, and take the code from where it can be reviewed.")
          .see("CWE-94");

  private TorchRules() {}
}
