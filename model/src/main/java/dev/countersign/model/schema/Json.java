package dev.countersign.model.schema;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON so that the code reads like what it writes. */
final class Json {
  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** A document of one object, indented by two spaces, ending in a line feed. */
  static String document(Consumer<Json> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(new Indented(), text)) {
      out.writeStartObject();
      content.accept(new Json(out));
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  Json text(String name, String value) {
    out.writeStringProperty(name, value);
    return this;
  }

  Json number(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json flag(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  Json texts(String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
    return this;
  }

  Json object(String name, Consumer<Json> content) {
    out.writeObjectPropertyStart(name);
    content.accept(this);
    out.writeEndObject();
    return this;
  }

  /** An array of objects. */
  Json objects(String name, List<Consumer<Json>> contents) {
    out.writeArrayPropertyStart(name);
    for (Consumer<Json> content : contents) {
      out.writeStartObject();
      content.accept(this);
      out.writeEndObject();
    }
    out.writeEndArray();
    return this;
  }

  /** A value of the schema's own making, such as a number among words. */
  Json array(String name, Consumer<JsonGenerator> content) {
    out.writeArrayPropertyStart(name);
    content.accept(out);
    out.writeEndArray();
    return this;
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      Separators separators =
          PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER);
      return new DefaultPrettyPrinter()
          .withSeparators(separators)
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
  }
}
