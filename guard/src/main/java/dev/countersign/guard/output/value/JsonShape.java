package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The part of JSON Schema (2020-12) that a policy may use: {@code type}, {@code properties}, {@code
 * required}, {@code additionalProperties} as true or false, {@code items} as one schema, {@code
 * enum} and {@code const} of single values, {@code minimum}, {@code maximum}, {@code minLength},
 * {@code maxLength}, {@code minItems}, {@code maxItems}. Other words are refused when a policy is
 * read, but for {@code title}, {@code description}, {@code $schema} and {@code $id}.
 */
public final class JsonShape {
  private static final Set<String> WORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "const",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "title",
          "description",
          "$schema",
          "$id");
  private static final int DEEPEST = 64;

  private final Findings out;

  JsonShape(Findings out) {
    this.out = out;
  }

  /** The first word of a schema that is not of the subset, if there is one. */
  public static Optional<String> unknown(JsonNode schema) {
    return unknown(schema, 0);
  }

  private static Optional<String> unknown(JsonNode schema, int depth) {
    if (depth > DEEPEST || !schema.isObject()) {
      return Optional.of(depth > DEEPEST ? "more than 64 levels" : schema.toString());
    }
    for (Map.Entry<String, JsonNode> word : schema.properties()) {
      if (!WORDS.contains(word.getKey())) {
        return Optional.of(word.getKey());
      }
    }
    for (JsonNode property : schema.path("properties")) {
      Optional<String> inside = unknown(property, depth + 1);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return schema.has("items") ? unknown(schema.path("items"), depth + 1) : Optional.empty();
  }

  void check(JsonValue value, JsonNode schema, String pointer) {
    type(value, schema.path("type"), pointer);
    constants(value, schema, pointer);
    if (value instanceof JsonValue.Members object) {
      members(object, schema, pointer);
    } else if (value instanceof JsonValue.Items array) {
      size(value, array.items().size(), schema, "minItems", "maxItems", pointer);
      for (int i = 0; schema.has("items") && i < array.items().size(); i++) {
        check(array.items().get(i), schema.path("items"), pointer + "/" + i);
      }
    } else if (value instanceof JsonValue.Text string) {
      int length = string.value().codePointCount(0, string.value().length());
      size(value, length, schema, "minLength", "maxLength", pointer);
    } else if (value instanceof JsonValue.Number number) {
      size(value, number.value(), schema, "minimum", "maximum", pointer);
    }
  }

  private void type(JsonValue value, JsonNode types, String pointer) {
    if (types.isMissingNode()) {
      return;
    }
    boolean fits = types.isArray() ? false : fits(value, types.asString(""));
    for (JsonNode one : types) {
      fits |= fits(value, one.asString(""));
    }
    if (!fits) {
      bad(value, pointer, "is " + value.type() + " and not " + types);
    }
  }

  private static boolean fits(JsonValue value, String type) {
    return value.type().equals(type) || type.equals("number") && value.type().equals("integer");
  }

  private void constants(JsonValue value, JsonNode schema, String pointer) {
    if (schema.has("const") && !same(value, schema.path("const"))) {
      bad(value, pointer, "is not the one value that it may be");
    }
    boolean among = !schema.has("enum");
    for (JsonNode one : schema.path("enum")) {
      among |= same(value, one);
    }
    if (!among) {
      bad(value, pointer, "is none of the values that it may be");
    }
  }

  private static boolean same(JsonValue value, JsonNode constant) {
    if (value instanceof JsonValue.Text text) {
      return constant.isString() && text.value().equals(constant.asString(""));
    }
    if (value instanceof JsonValue.Number number) {
      return constant.isNumber() && number.value() == constant.asDouble(0);
    }
    if (value instanceof JsonValue.Truth truth) {
      return constant.isBoolean() && truth.value() == constant.asBoolean(false);
    }
    return value instanceof JsonValue.Nothing && constant.isNull();
  }

  private void members(JsonValue.Members object, JsonNode schema, String pointer) {
    Set<String> missing = new HashSet<>();
    for (JsonNode name : schema.path("required")) {
      missing.add(name.asString(""));
    }
    missing.removeAll(object.members().keySet());
    missing.forEach(name -> bad(object, pointer, "has no \"" + name + "\""));
    boolean closed = !schema.path("additionalProperties").asBoolean(true);
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      JsonNode property = schema.path("properties").path(member.getKey());
      String inside = pointer + "/" + member.getKey();
      if (!property.isMissingNode()) {
        check(member.getValue(), property, inside);
      } else if (closed) {
        bad(member.getValue(), inside, "is not in the schema");
      }
    }
  }

  private void size(
      JsonValue value, double size, JsonNode schema, String least, String most, String pointer) {
    if (size < schema.path(least).asDouble(Double.NEGATIVE_INFINITY)) {
      bad(value, pointer, "is below " + least);
    }
    if (size > schema.path(most).asDouble(Double.POSITIVE_INFINITY)) {
      bad(value, pointer, "is above " + most);
    }
  }

  private void bad(JsonValue value, String pointer, String what) {
    String shown = pointer.isEmpty() ? "the whole" : pointer;
    out.active(
        "json.schema",
        value.start(),
        value.start() + 1,
        Decision.REJECT,
        shown + " " + what,
        "the program that takes it relies on the schema");
  }
}
