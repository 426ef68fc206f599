package dev.countersign.gateway.wire;

import tools.jackson.databind.JsonNode;

/**
 * Parameters that say that a tensor is not where a gate looks: Triton's extensions for shared
 * memory and for binary data. A server that knows them passes over what the message itself holds.
 */
public final class Elsewhere {
  private Elsewhere() {}

  /** Whether a parameter is one of them. */
  public static boolean isNamedBy(String parameter) {
    return parameter.startsWith("shared_memory_") || parameter.startsWith("binary_data");
  }

  /** What is said of a tensor that has one. */
  public static Malformed malformed() {
    return new Malformed(
        "A tensor is in shared memory, or is binary; only those in the message itself are served"
            + " here.");
  }

  /**
   * Looks at the parameters of each tensor of a list.
   *
   * @throws Malformed if one is elsewhere, or is asked for elsewhere
   */
  public static void refuse(JsonNode tensors) throws Malformed {
    for (JsonNode tensor : tensors) {
      if (tensor.path("parameters").propertyNames().stream().anyMatch(Elsewhere::isNamedBy)) {
        throw malformed();
      }
    }
  }
}
