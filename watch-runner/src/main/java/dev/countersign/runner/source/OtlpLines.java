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
 * records or of spans as OTLP's JSON (<a
 * href="https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/">OpenTelemetry Protocol
 * File Exporter</a>).
 */
public final class OtlpLines {
  /** How long such a line may be, in bytes: a batch of the Collector has up to 8,192 records. */
  public static final int LONGEST = 1 << 26;

  private static final byte[] LOGS = "{\"resourceLogs\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SPANS = "{\"resourceSpans\"".getBytes(StandardCharsets.US_ASCII);

  private static final JsonMapper JSON = new JsonMapper();

  private OtlpLines() {}

  /** Whether a line is one, as far as its beginning says. */
  public static boolean isOne(byte[] bytes, int from, int to) {
    return begins(bytes, from, to, LOGS) || begins(bytes, from, to, SPANS);
  }

  private static boolean begins(byte[] bytes, int from, int to, byte[] with) {
    return to - from >= with.length
        && Arrays.equals(bytes, from, from + with.length, with, 0, with.length);
  }

  /**
   * The log records or spans of a line, each as a line of JSON: of a record whose body is a map
   * that map, as the gateway sends its inference log; of another one a map with its attributes, its
   * body as {@code body} and its time as {@code time_unix_nano}; of a span its ids, its times, and
   * its attributes and those of its resource as maps. A line that is malformed comes as it is, to
   * be refused.
   */
  public static List<byte[]> records(byte[] bytes, int from, int to) {
    List<byte[]> records = new ArrayList<>();
    try {
      JsonNode line = JSON.readTree(bytes, from, to - from);
      for (JsonNode resource : line.path("resourceSpans")) {
        ObjectNode of = map(resource.at("/resource/attributes"));
        for (JsonNode scope : resource.path("scopeSpans")) {
          for (JsonNode span : scope.path("spans")) {
            records.add(JSON.writeValueAsBytes(span(span, of)));
          }
        }
      }
      for (JsonNode resource : line.path("resourceLogs")) {
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

  private static JsonNode span(JsonNode span, ObjectNode resource) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("name", span.path("name").asString(""));
    line.put("trace_id", span.path("traceId").asString(""));
    line.put("span_id", span.path("spanId").asString(""));
    line.put("start_unix_nano", span.path("startTimeUnixNano").asString(""));
    line.put("end_unix_nano", span.path("endTimeUnixNano").asString(""));
    line.set("attributes", map(span.path("attributes")));
    line.set("resource", resource);
    return line;
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
