package dev.countersign.bom.licence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cyclonedx.CycloneDxSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The identifiers of the SPDX licence list, licences and exceptions together, in the edition that
 * the library of CycloneDX ships.
 */
final class LicenceList {
  private static final String FILE = "/spdx.schema.json";
  private static final Map<String, String> IDS = ids();

  private LicenceList() {}

  /** The identifier in the spelling of the list, whatever its case here. */
  static Optional<String> id(String text) {
    return Optional.ofNullable(IDS.get(text.toLowerCase(Locale.ROOT)));
  }

  /** The exception in the spelling of the list. */
  static Optional<String> exception(String text) {
    return id(text);
  }

  private static Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    try (InputStream in = CycloneDxSchema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is no longer in the library");
      }
      JsonNode schema = JsonMapper.shared().readTree(in);
      schema
          .path("enum")
          .forEach(id -> ids.put(id.asString("").toLowerCase(Locale.ROOT), id.asString("")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return ids;
  }
}
