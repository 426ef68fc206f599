package dev.countersign.bom.merge;

import dev.countersign.attest.json.Limits;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.bom.Part;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bill that is read: CycloneDX, SPDX 3 or SPDX 2, in JSON, at most 64 MiB and 64 levels.
 *
 * @param format for people
 * @param document as it was read
 * @param items its components, flat, each with the node that it was read from
 * @param dependencies as it states them, by its own references
 */
public record Sbom(
    String format,
    ObjectNode document,
    List<Item> items,
    SortedMap<String, List<String>> dependencies) {
  /** The largest that is read: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  /** More components are not read. */
  static final int MOST_ITEMS = 200_000;

  public Sbom {
    items = List.copyOf(items);
    dependencies = Collections.unmodifiableSortedMap(new TreeMap<>(dependencies));
  }

  /**
   * A component.
   *
   * @param part what we understand of it; its reference is that of the bill
   * @param node all that the bill says
   */
  public record Item(Part part, ObjectNode node) {}

  /**
   * Reads a bill.
   *
   * @throws MalformedSbom if it is none, or is too large
   */
  public static Sbom read(byte[] content) throws MalformedSbom {
    ObjectNode document = json(content);
    if (document.path("bomFormat").asString("").equals("CycloneDX")) {
      return new CycloneDxReader(document).read();
    }
    if (document.path("@graph").isArray()) {
      return new Spdx3Reader(document).read();
    }
    if (document.path("spdxVersion").asString("").startsWith("SPDX-2")) {
      return new Spdx2Reader(document).read();
    }
    throw new MalformedSbom(
        "it is neither CycloneDX nor SPDX in JSON; other forms have to be converted first");
  }

  private static ObjectNode json(byte[] content) throws MalformedSbom {
    try {
      return StrictJson.object(content, Limits.USUAL.withBytes(MOST_BYTES));
    } catch (MalformedJson malformed) {
      String message = String.valueOf(malformed.getMessage());
      throw new MalformedSbom(message.replaceFirst("\\.$", ""));
    }
  }
}
