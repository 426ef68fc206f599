package dev.countersign.report.diagram.svg;

import java.util.Map;

/** Writes XML in which text cannot become markup. */
final class Xml {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** Starts an element; attributes come in pairs of name and value. */
  Xml open(String name, Map<String, String> attributes) {
    tag(name, attributes);
    out.append(">\n");
    depth++;
    return this;
  }

  Xml close(String name) {
    depth--;
    indent();
    out.append("</").append(name).append(">\n");
    return this;
  }

  Xml empty(String name, Map<String, String> attributes) {
    tag(name, attributes);
    out.append("/>\n");
    return this;
  }

  Xml text(String name, Map<String, String> attributes, String text) {
    tag(name, attributes);
    out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    return this;
  }

  private void tag(String name, Map<String, String> attributes) {
    indent();
    out.append('<').append(name);
    attributes.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
  }

  private void indent() {
    out.repeat(' ', 2 * depth);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
