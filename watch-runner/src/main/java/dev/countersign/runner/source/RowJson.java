package dev.countersign.runner.source;

import dev.countersign.watch.log.LineParser;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes rows of Parquet as lines of JSON: a column is a member, a structure an object, a list an
 * array, a map with texts as keys an object. Times are RFC 3339, those without a zone taken for
 * UTC; bytes are text where they are UTF-8 and Base64 otherwise. What is null is left out, in a
 * list null; what JSON has no number for is null.
 */
final class RowJson {
  /** A row of more than a line may have is not written to its end. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final JsonFactory JSON = new JsonFactory();
  private static final int CHECKED_EVERY = 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
  private int written;

  /**
   * A row as a line.
   *
   * @throws TooLong if it is longer than lines may be; {@link #head} has its beginning
   */
  byte[] line(StructAccessor row) {
    bytes.reset();
    written = 0;
    out = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
    out.writeStartObject();
    if (!hasVersion(row)) {
      out.writeNumberProperty("v", 1);
    }
    members(row);
    out.writeEndObject();
    out.close();
    return bytes.toByteArray();
  }

  /** What was written so far. */
  byte[] head() {
    return bytes.toByteArray();
  }

  /** A table that is not of the gateway's making has no version of its form. */
  private static boolean hasVersion(StructAccessor row) {
    for (int i = 0; i < row.getFieldCount(); i++) {
      if (row.getFieldName(i).equals("v")) {
        return true;
      }
    }
    return false;
  }

  private void members(StructAccessor of) {
    for (int i = 0; i < of.getFieldCount(); i++) {
      if (!of.isNull(i)) {
        out.writeName(of.getFieldName(i));
        value(of.getValue(i));
      }
    }
  }

  private void value(@Nullable Object value) {
    if (++written % CHECKED_EVERY == 0 || value instanceof String || value instanceof byte[]) {
      check();
    }
    switch (value) {
      case PqStruct struct -> struct(struct);
      case PqList list -> list(list);
      case PqMap map -> map(map);
      case Double number when Double.isFinite(number) -> out.writeNumber(number);
      case Float number when Float.isFinite(number) -> out.writeNumber(number);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double _, Float _ -> out.writeNull();
      case Short number -> out.writeNumber(number.intValue());
      case Byte number -> out.writeNumber(number.intValue());
      case Number number -> out.writeNumber(number.doubleValue());
      case Boolean truth -> out.writeBoolean(truth);
      case String text -> out.writeString(text);
      case Instant time -> out.writeString(time.toString());
      case LocalDateTime time -> out.writeString(time.toInstant(ZoneOffset.UTC).toString());
      case byte[] content -> out.writeString(text(content));
      case Temporal time -> out.writeString(time.toString());
      case UUID id -> out.writeString(id.toString());
      case null, default -> out.writeNull();
    }
  }

  private void check() {
    out.flush();
    if (bytes.size() > LineParser.LONGEST_LINE) {
      throw new TooLong();
    }
  }

  private void struct(PqStruct struct) {
    out.writeStartObject();
    members(struct);
    out.writeEndObject();
  }

  private void list(PqList list) {
    out.writeStartArray();
    for (int i = 0; i < list.size(); i++) {
      value(list.isNull(i) ? null : list.get(i));
    }
    out.writeEndArray();
  }

  private void map(PqMap map) {
    out.writeStartObject();
    for (PqMap.Entry entry : map.getEntries()) {
      out.writeName(String.valueOf(entry.getKey()));
      value(entry.isValueNull() ? null : entry.getValue());
    }
    out.writeEndObject();
  }

  private static String text(byte[] content) {
    return utf8(content).orElseGet(() -> Base64.getEncoder().encodeToString(content));
  }

  private static Optional<String> utf8(byte[] content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException otherBytes) {
      return Optional.empty();
    }
  }
}
