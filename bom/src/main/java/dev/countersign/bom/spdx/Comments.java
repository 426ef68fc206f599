package dev.countersign.bom.spdx;

import dev.countersign.model.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Facts that SPDX has no property for, as lines {@code key: value} of the comment. */
final class Comments {
  private Comments() {}

  static void put(ObjectNode element, List<String> lines) {
    if (!lines.isEmpty()) {
      element.put("comment", lines.stream().map(SafeText::of).collect(Collectors.joining("\n")));
    }
  }
}
