package dev.countersign.inspect.tensorrt;

import dev.countersign.inspect.Rule;

/** What can be found in engines. */
final class TensorrtRules {
  static final Rule OPAQUE =
      Rule.note(
          "tensorrt-opaque",
          "An engine is machine code for one GPU, and no tool can look into it.",
          "Its kernels run on the GPU, and its plugins on the host.",
          "Build engines yourself from a model that can be inspected, and sign them.");

  static final Rule LIBRARY =
      Rule.suspicious(
              "tensorrt-library",
              "A program library is inside of the engine.",
              "Where the host allows code of engines, it is loaded and runs.",
              "Build the engine yourself, without libraries in it, and leave code of engines"
                  + " forbidden.")
          .see("CWE-829");

  static final Rule TEXT =
      Rule.suspicious(
              "tensorrt-text",
              "The engine holds code or a command as text.",
              "A plugin may run it.",
              "Build the engine yourself from a model that can be inspected.")
          .see("CWE-94");

  private TensorrtRules() {}
}
