package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.alert.AlertWords;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of the Elastic Common Schema, {@value #VERSION}, of kind {@code alert} (<a
 * href="https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html">reference</a>). What
 * the schema has no field for stands under {@code Countersign}, as it asks of names of one's own.
 */
public final class EcsFormat implements AlertFormat {
  private static final String VERSION = "8.17.0";

  @Override
  public String word() {
    return "ecs";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String write(Alert alert) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("@timestamp", time(alert.time()));
    json.put("message", Product.title(alert) + ". " + Product.message(alert));
    json.putObject("ecs").put("version", VERSION);
    event(alert, json.putObject("event"));
    json.putObject("rule")
        .put("id", alert.detector())
        .put("name", alert.detector())
        .put("category", Product.family(alert));
    json.putObject("observer").put("vendor", Product.VENDOR).put("product", Product.NAME);
    json.putObject("service").put("name", alert.system());
    if (alert.clients().size() == 1) {
      json.putObject("client").putObject("user").put("id", alert.clients().getFirst());
    }
    ArrayNode users = json.putObject("related").putArray("user");
    alert.clients().forEach(users::add);
    json.putObject("Countersign").set("Alert", AlertJson.write(alert));
    return AlertJson.line(json);
  }

  private static void event(Alert alert, ObjectNode json) {
    json.put("kind", "alert");
    json.putArray("category").add("intrusion_detection");
    json.putArray("type").add("info");
    json.put("action", alert.sequence() == 1 ? "incident-opened" : "incident-more-severe");
    json.put("code", alert.id()).put("id", alert.id() + "-" + alert.sequence());
    json.put("sequence", alert.sequence());
    json.put("severity", CefFormat.severity(alert.severity()));
    json.put("start", time(alert.since())).put("end", time(alert.time()));
    json.put("provider", "countersign").put("module", "countersign");
    json.put("dataset", "countersign.watch").put("reason", AlertWords.seen(alert));
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
