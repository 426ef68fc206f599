package dev.countersign.watch.alert;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.watch.baseline.Threshold;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Alerts as JSON; {@code docs/schema/watch-alert-1.schema.json} describes it. */
public final class AlertJson {
  /** The version of the form. */
  public static final int VERSION = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AlertJson() {}

  /** An alert on one line, without its end; no character of it can repaint a terminal. */
  public static String line(Alert alert) {
    return line(write(alert));
  }

  /** Any JSON on one line that no character of can repaint a terminal. */
  public static String line(JsonNode json) {
    return Harmless.json(JSON.writeValueAsString(json));
  }

  /** An alert as an object. */
  public static ObjectNode write(Alert alert) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", VERSION).put("id", alert.id()).put("sequence", alert.sequence());
    json.put("severity", alert.severity().word());
    json.put("time", time(alert.time())).put("since", time(alert.since()));
    json.put("detector", alert.detector()).put("threat", alert.threat());
    json.put("system", alert.system()).put("model", alert.model());
    json.put("subject", alert.subject());
    texts(alert.clients(), json.putArray("clients"));
    ArrayNode measures = json.putArray("measures");
    alert.measures().forEach(measure -> write(measure, measures.addObject()));
    texts(alert.events(), json.putArray("events"));
    return json.put("advice", alert.advice());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static void texts(List<String> texts, ArrayNode json) {
    texts.forEach(json::add);
  }

  private static void write(Measure measure, ObjectNode json) {
    Threshold threshold = measure.threshold();
    json.put("statistic", measure.statistic()).put("says", measure.says());
    json.put("value", measure.value());
    if (threshold.calibrated()) {
      json.put("share", threshold.rate(measure.value()));
    }
    ObjectNode limit = json.putObject("threshold");
    limit.put("at", threshold.at()).put("scale", threshold.scale());
    if (threshold.calibrated()) {
      limit.put("rate", threshold.rate());
    }
  }

  /**
   * What a line says.
   *
   * @throws MalformedAlert if it is no alert as this version writes them
   */
  public static Alert read(String line) throws MalformedAlert {
    try {
      return read(StrictJson.object(line.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedJson wrong) {
      throw new MalformedAlert(wrong.getMessage());
    }
  }

  private static Alert read(ObjectNode json) throws MalformedAlert {
    if (json.path("v").asInt(0) != VERSION) {
      throw new MalformedAlert("Expected an alert of version " + VERSION + ".");
    }
    return new Alert(
        text(json, "id"),
        json.path("sequence").asInt(1),
        severity(text(json, "severity")),
        time(text(json, "time")),
        time(text(json, "since")),
        text(json, "detector"),
        text(json, "system"),
        text(json, "model"),
        text(json, "threat"),
        text(json, "subject"),
        texts(json.path("clients")),
        measures(json.path("measures")),
        texts(json.path("events")),
        text(json, "advice"));
  }

  private static String text(JsonNode json, String name) throws MalformedAlert {
    JsonNode text = json.path(name);
    if (!text.isString()) {
      throw new MalformedAlert("Expected a text \"" + name + "\".");
    }
    return text.stringValue();
  }

  private static Severity severity(String word) throws MalformedAlert {
    return Severity.of(word).orElseThrow(() -> new MalformedAlert("There is no severity " + word));
  }

  private static long time(String text) throws MalformedAlert {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException | ArithmeticException wrong) {
      throw new MalformedAlert("Expected a time, found \"" + text + "\".");
    }
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private static List<Measure> measures(JsonNode json) throws MalformedAlert {
    List<Measure> measures = new ArrayList<>();
    for (JsonNode one : json) {
      JsonNode limit = one.path("threshold");
      measures.add(
          new Measure(
              text(one, "statistic"),
              text(one, "says"),
              one.path("value").asDouble(0),
              new Threshold(
                  limit.path("at").asDouble(0),
                  limit.path("scale").asDouble(1),
                  limit.path("rate").asDouble(Double.NaN))));
    }
    return measures;
  }
}
