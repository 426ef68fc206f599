package dev.countersign.report.json;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON the same way on every machine: indented by two, ending in one line feed, and in
 * ASCII, so that it survives any encoding and no control character of a hostile file reaches a
 * terminal.
 */
public final class JsonText {
  private JsonText() {}

  /** The text of the document that the writer produces. */
  public static String of(Consumer<JsonGenerator> writer) {
    return text(writer, new Indented());
  }

  /** The same on one line, for JSON Lines. */
  public static String line(Consumer<JsonGenerator> writer) {
    return text(writer, ObjectWriteContext.empty());
  }

  private static String text(Consumer<JsonGenerator> writer, ObjectWriteContext context) {
    StringWriter text = new StringWriter();
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new WithDelete())
            .build();
    try (JsonGenerator json = factory.createGenerator(context, text)) {
      writer.accept(json);
    }
    return text.append('\n').toString();
  }

  /** Writes a list of strings. */
  public static void strings(JsonGenerator json, String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes a string if there is one. */
  public static void optional(JsonGenerator json, String name, Optional<?> value) {
    value.ifPresent(present -> json.writeStringProperty(name, present.toString()));
  }

  /** Writes a list of objects. */
  public static <T> void objects(
      JsonGenerator json, String name, Collection<T> items, Consumer<T> properties) {
    json.writeArrayPropertyStart(name);
    for (T item : items) {
      json.writeStartObject();
      properties.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes an object. */
  public static void object(JsonGenerator json, String name, Runnable properties) {
    json.writeObjectPropertyStart(name);
    properties.run();
    json.writeEndObject();
  }

  /** DEL is the one control character in ASCII that JSON would let through. */
  private static final class WithDelete extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null; // the standard one
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      Separators separators =
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
