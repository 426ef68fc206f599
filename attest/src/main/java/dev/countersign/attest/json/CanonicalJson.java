package dev.countersign.attest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * RFC 8785, JSON Canonicalization Scheme: members sorted by UTF-16 code units, no blanks, the
 * escapes and the numbers of ECMAScript.
 */
final class CanonicalJson {
  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  static byte[] write(JsonNode node) {
    CanonicalJson writer = new CanonicalJson();
    writer.value(node);
    return writer.out.toString().getBytes(UTF_8);
  }

  private void value(JsonNode node) {
    if (node.isObject()) {
      object(node);
    } else if (node.isArray()) {
      array(node);
    } else if (node.isString()) {
      text(node.stringValue());
    } else if (node.isNumber()) {
      out.append(number(node));
    } else {
      out.append(node.isNull() ? "null" : node.booleanValue());
    }
  }

  private void object(JsonNode node) {
    out.append('{');
    String separator = "";
    // String.compareTo compares UTF-16 code units, as section 3.2.3 wants.
    for (Map.Entry<String, JsonNode> member :
        node.properties().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      out.append(separator);
      text(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void array(JsonNode node) {
    out.append('[');
    String separator = "";
    for (JsonNode item : node) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> plain(unit);
    }
  }

  private void plain(char unit) {
    if (unit < ' ') {
      out.append("\\u%04x".formatted((int) unit));
    } else {
      out.append(unit);
    }
  }

  /** Two whole numbers must never have one canonical form, so one that gets rounded is refused. */
  private static String number(JsonNode node) {
    String text = EcmaNumber.of(node.asDouble());
    if (node.isIntegralNumber() && new BigDecimal(text).compareTo(node.decimalValue()) != 0) {
      throw new IllegalArgumentException("not the same as a double: " + node.decimalValue());
    }
    return text;
  }
}
