package dev.countersign.knowledge.catalogue.importer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Builds a JSON document that reads well in a diff: a field, a paragraph or a link a line, so that
 * a changed word is a changed line.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final Deque<Boolean> first = new ArrayDeque<>();

  JsonText open(char bracket) {
    text.append(bracket);
    first.push(true);
    return this;
  }

  JsonText close(char bracket) {
    if (!first.pop()) {
      newLine();
    }
    text.append(bracket);
    return this;
  }

  /** Begins an item of a list. */
  JsonText item() {
    if (!first.pop()) {
      text.append(',');
    }
    first.push(false);
    newLine();
    return this;
  }

  /** Begins a field. */
  JsonText name(String name) {
    item();
    text.append(quoted(name)).append(": ");
    return this;
  }

  JsonText field(String name, String value) {
    name(name);
    text.append(quoted(value));
    return this;
  }

  JsonText field(String name, int value) {
    name(name);
    text.append(value);
    return this;
  }

  /** A list of texts with a line for each. */
  JsonText lines(String name, List<String> values) {
    name(name).open('[');
    for (String value : values) {
      item();
      text.append(quoted(value));
    }
    return close(']');
  }

  /** A field with a list of texts on one line. */
  JsonText list(String name, List<String> values) {
    name(name);
    text.append('[').append(String.join(", ", values.stream().map(JsonText::quoted).toList()));
    text.append(']');
    return this;
  }

  /** An item of a list: an object on one line, in the order of the map. */
  JsonText object(Map<String, String> fields) {
    item();
    String separator = "{";
    for (Map.Entry<String, String> field : fields.entrySet()) {
      text.append(separator).append(quoted(field.getKey())).append(": ").append(field.getValue());
      separator = ", ";
    }
    text.append('}');
    return this;
  }

  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    JsonStringEncoder.getInstance().quoteAsString(value, quoted);
    return quoted.append('"').toString();
  }

  /** The document, with a line end. */
  String end() {
    return text.append('\n').toString();
  }

  private void newLine() {
    text.append('\n').repeat("  ", first.size());
  }
}
