package dev.countersign.attest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that can be read in one way only (RFC 8259 with the advice of its section 4 as a rule,
 * and I-JSON, RFC 7493): no name twice in an object, valid UTF-8 without a byte order mark, no half
 * of a surrogate pair, no number that a double cannot hold, nothing after the value. Two readers
 * that disagree about what a signed text says are an attack.
 */
public final class StrictJson {
  /** Longer numbers are no measurements. */
  private static final int NUMBER_CHARACTERS = 64;

  private static final int NAME_CHARACTERS = 16_384;

  /** What Jackson adds to some messages about where it reads from; it hides the content itself. */
  private static final String INNARDS = " ?\\(start marker at \\[Source: .*";

  private static final ObjectWriter PRETTY = JsonMapper.builder().build().writer().with(printer());

  private static final ObjectReader USUAL = reader(Limits.USUAL.depth());

  private StrictJson() {}

  /** Reads an object within the usual limits. */
  public static ObjectNode object(byte[] json) throws MalformedJson {
    return object(json, Limits.USUAL);
  }

  /** Reads an object within these limits. */
  public static ObjectNode object(byte[] json, Limits limits) throws MalformedJson {
    JsonNode node = value(json, limits);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedJson("Expected a JSON object, found something else.");
  }

  /**
   * The canonical form of RFC 8785 (JCS).
   *
   * @throws IllegalArgumentException if a number is not the same as a double
   */
  public static byte[] canonical(JsonNode node) {
    return CanonicalJson.write(node);
  }

  /**
   * The form for files: two blanks a level, each member on its line, LF, UTF-8, a line feed at the
   * end; members in the order in which they are.
   */
  public static byte[] pretty(JsonNode node) {
    return (PRETTY.writeValueAsString(node) + "\n").getBytes(UTF_8);
  }

  private static JsonNode value(byte[] json, Limits limits) throws MalformedJson {
    if (json.length > limits.bytes()) {
      throw new MalformedJson(
          "%d bytes; at most %d are read.".formatted(json.length, limits.bytes()));
    }
    JsonNode node = parse(json, limits);
    Optional<String> strange = Strange.in(node);
    if (strange.isPresent()) {
      throw new MalformedJson(strange.get());
    }
    return node;
  }

  private static JsonNode parse(byte[] json, Limits limits) throws MalformedJson {
    try {
      // A reader costs more to make than a small text to read.
      boolean usual = limits.depth() == Limits.USUAL.depth();
      ObjectReader reader = usual ? USUAL : reader(limits.depth());
      return reader.readTree(characters(json));
    } catch (JacksonException e) {
      throw new MalformedJson(message(e));
    }
  }

  /** Characters and not bytes: from bytes Jackson would guess UTF-16 and UTF-32, too. */
  private static Reader characters(byte[] json) {
    return new InputStreamReader(
        new ByteArrayInputStream(json),
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Texts in it are as long as they are: the length of the whole was looked at before. */
  private static ObjectReader reader(int depth) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(depth)
                    .maxNumberLength(NUMBER_CHARACTERS)
                    .maxNameLength(NAME_CHARACTERS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .reader();
  }

  private static String message(JacksonException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return "No strict JSON%s: %s"
        .formatted(place(e.getLocation()), sentence(first.replaceFirst(INNARDS, "")));
  }

  private static String place(TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
  }
}
