package dev.countersign.runner.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines that OpenTelemetry's Collector writes with its file exporter: each holds a batch of log
 * records as OTLP's JSON (<a
 * href="https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/">OpenTelemetry Protocol
 * File Exporter</a>).
 */
public final class OtlpLines {
  /** How long such a line may be, in bytes: a batch of the Collector has up to 8,192 records. */
  public static final int LONGEST = 1 << 26;

  private static final byte[] BEGIN = "{\"resourceLogs\"".getBytes(StandardCharsets.US_ASCII);

  private static final JsonMapper JSON = new JsonMapper();

  private OtlpLines() {}

  /** Whether a line is one, as far as its beginning says. */
  public static boolean isOne(byte[] bytes, int from, int to) {
    return to - from >= BEGIN.length
        && Arrays.equals(bytes, from, from + BEGIN.length, BEGIN, 0, BEGIN.length);
  }

  /**
   * The log records of a line, each as a line of JSON: of a record whose body is a map that map, as
   * the gateway sends its inference log; of another one a map with its attributes, its body as
   * {@code body} and its time as {@code time_unix_nano}. A line that is malformed comes as it is,
   * to be refused.
   */
  public static List<byte[]> records(byte[] bytes, int from, int to) {
    List<byte[]> records = new ArrayList<>();
    try {
      for (JsonNode resource : JSON.readTree(bytes, from, to - from).path("resourceLogs")) {
        for (JsonNode scope : resource.path("scopeLogs")) {
          for (JsonNode record : scope.path("logRecords")) {
            records.add(JSON.writeValueAsBytes(record(record)));
          }
        }
      }
      return records;
    } catch (JacksonException malformed) {
      return List.of(Arrays.copyOfRange(bytes, from, to));
    }
  }

  private static JsonNode record(JsonNode record) {
    JsonNode body = value(record.path("body"));
    if (body.isObject()) {
      return body;
    }
    ObjectNode line = map(record.path("attributes"));
    line.set("body", body);
    line.put("time_unix_nano", record.path("timeUnixNano").asString("0"));
    return line;
  }

  /** AnyValue of OTLP as what it holds; depth is limited by what reads the JSON. */
  private static JsonNode value(JsonNode any) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    for (var member : any.properties()) {
      JsonNode value = member.getValue();
      switch (member.getKey()) {
        case "intValue" -> {
          return make.numberNode(value.asLong(0));
        }
        case "kvlistValue" -> {
          return map(value.path("values"));
        }
        case "arrayValue" -> {
          var array = make.arrayNode();
          value.path("values").forEach(one -> array.add(value(one)));
          return array;
        }
        default -> {
          return value;
        }
      }
    }
    return make.nullNode();
  }

  private static ObjectNode map(JsonNode pairs) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    pairs.forEach(pair -> map.set(pair.path("key").asString(""), value(pair.path("value"))));
    return map;
  }
}
