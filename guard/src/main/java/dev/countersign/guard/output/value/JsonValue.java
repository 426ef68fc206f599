package dev.countersign.guard.output.value;

import java.util.List;
import java.util.Map;

/** A value of JSON, with where it starts. */
sealed interface JsonValue {
  int start();

  /** The word for its type in JSON Schema. */
  String type();

  record Members(Map<String, JsonValue> members, int start) implements JsonValue {
    @Override
    public String type() {
      return "object";
    }
  }

  record Items(List<JsonValue> items, int start) implements JsonValue {
    @Override
    public String type() {
      return "array";
    }
  }

  record Text(String value, int start) implements JsonValue {
    @Override
    public String type() {
      return "string";
    }
  }

  record Number(double value, String written, int start) implements JsonValue {
    @Override
    public String type() {
      return value == Math.rint(value) && !Double.isInfinite(value) ? "integer" : "number";
    }
  }

  record Truth(boolean value, int start) implements JsonValue {
    @Override
    public String type() {
      return "boolean";
    }
  }

  record Nothing(int start) implements JsonValue {
    @Override
    public String type() {
      return "null";
    }
  }
}
