package dev.countersign.inspect.text;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of artefacts: bounded in size, depth, and the length of names and numbers. A name that
 * stands twice in an object is refused, since readers differ in which one they take.
 */
public final class Json {
  /** The largest text that is read: 64 MiB, for tokenizers. */
  public static final int LARGEST = 64 << 20;

  private static final int DEEPEST = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(400)
                          .maxNameLength(1 << 16)
                          .maxStringLength(LARGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws Broken if it is no JSON, too large or too deep
   */
  public static JsonNode read(Bytes bytes) throws Broken, IOException {
    if (bytes.length() > LARGEST) {
      throw new Broken(
          0, "JSON of %,d bytes, and at most %,d are read".formatted(bytes.length(), LARGEST));
    }
    return read(bytes.copy(0, LARGEST));
  }

  /**
   * Reads one value.
   *
   * @throws Broken if it is no JSON or too deep
   */
  public static JsonNode read(byte[] text) throws Broken {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException wrong) {
      long offset =
          wrong.getLocation() == null ? 0 : Math.max(0, wrong.getLocation().getByteOffset());
      throw new Broken(offset, "no JSON: " + wrong.getOriginalMessage());
    }
  }
}
