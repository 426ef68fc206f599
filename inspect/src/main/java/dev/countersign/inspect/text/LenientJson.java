package dev.countersign.inspect.text;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as Python's reader takes it: {@code NaN} and {@code Infinity} are numbers, comments and a
 * last comma are passed over, and of a name that stands twice in an object the last counts, which
 * is told of.
 */
public final class LenientJson {
  private static final Rule TWICE =
      Rule.suspicious(
          "json-name-twice",
          "A name stands twice in one object.",
          "Readers differ in which of the two they take, so that a reviewer may see the other one.",
          "Leave one of them.");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(500)
                          .maxNumberLength(5_000)
                          .maxNameLength(1 << 16)
                          .maxStringLength(Json.LARGEST)
                          .build())
                  .enable(
                      JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                      JsonReadFeature.ALLOW_JAVA_COMMENTS,
                      JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .build())
          .build();

  private LenientJson() {}

  /**
   * Reads one value.
   *
   * @throws Broken if it is no JSON, too large or too deep
   */
  public static JsonNode read(Bytes bytes, Examination examination) throws Broken, IOException {
    if (bytes.length() > Json.LARGEST) {
      throw new Broken(
          0, "JSON of %,d bytes, and at most %,d are read".formatted(bytes.length(), Json.LARGEST));
    }
    return read(bytes.copy(0, Json.LARGEST), examination);
  }

  /**
   * Reads one value.
   *
   * @throws Broken if it is no JSON or too deep
   */
  public static JsonNode read(byte[] text, Examination examination) throws Broken {
    try {
      return Json.read(text);
    } catch (Broken strict) {
      JsonNode node = last(text, strict);
      if (strict.what().contains("uplicate")) {
        examination.report(TWICE, strict.offset(), strict.what());
      }
      return node;
    }
  }

  private static JsonNode last(byte[] text, Broken strict) throws Broken {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException wrong) {
      if (wrong.getOriginalMessage().contains("nesting depth")) {
        throw new Lie(strict.offset(), "values in values, deeper than 500");
      }
      throw strict;
    }
  }
}
