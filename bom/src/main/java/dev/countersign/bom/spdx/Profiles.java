package dev.countersign.bom.spdx;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What the profiles ask of their elements beyond what the schema does. */
final class Profiles {
  /** Model/AI/Classes/AIPackage, "External properties restrictions". */
  static final List<String> AI =
      List.of(
          "releaseTime",
          "suppliedBy",
          "software_downloadLocation",
          "software_packageVersion",
          "software_primaryPurpose");

  /** Model/Dataset/Classes/DatasetPackage, "External properties restrictions". */
  static final List<String> DATASET =
      List.of(
          "builtTime",
          "originatedBy",
          "releaseTime",
          "software_downloadLocation",
          "software_primaryPurpose");

  private Profiles() {}

  /** Whether there are elements of a type, and all of them have all of these. */
  static boolean hold(String type, List<String> keys, Collection<ObjectNode> elements) {
    List<ObjectNode> of =
        elements.stream().filter(it -> it.path("type").asString("").equals(type)).toList();
    return !of.isEmpty() && of.stream().allMatch(it -> keys.stream().allMatch(it::has));
  }
}
