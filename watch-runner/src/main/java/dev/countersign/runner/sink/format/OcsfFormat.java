package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.alert.AlertWords;
import dev.countersign.watch.alert.Measure;
import dev.countersign.watch.alert.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Detection Finding of the Open Cybersecurity Schema Framework, {@value #VERSION}: class 2004,
 * activity Create where an incident was opened and Update where it became more severe (<a
 * href="https://schema.ocsf.io/1.5.0/classes/detection_finding">schema.ocsf.io</a>).
 */
public final class OcsfFormat implements AlertFormat {
  private static final String VERSION = "1.5.0";
  private static final int CLASS = 2004;
  private static final int FINDINGS = 2;
  private static final int STATISTICAL = 3;

  @Override
  public String word() {
    return "ocsf";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String write(Alert alert) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    int activity = alert.sequence() == 1 ? 1 : 2;
    json.put("category_uid", FINDINGS).put("category_name", "Findings");
    json.put("class_uid", CLASS).put("class_name", "Detection Finding");
    json.put("activity_id", activity).put("activity_name", activity == 1 ? "Create" : "Update");
    json.put("type_uid", CLASS * 100 + activity);
    severity(alert.severity(), json);
    json.put("is_alert", true).put("status_id", 1).put("status", "New");
    json.put("time", alert.time()).put("start_time", alert.since()).put("end_time", alert.time());
    json.put("message", Product.title(alert) + ". " + Product.message(alert));
    metadata(alert, json.putObject("metadata"));
    finding(alert, json.putObject("finding_info"));
    resource(alert, json.putArray("resources").addObject());
    ArrayNode evidences = json.putArray("evidences");
    alert.clients().forEach(client -> client(client, evidences.addObject()));
    anomalies(alert, json.putArray("anomaly_analyses").addObject());
    json.putObject("remediation").put("desc", AlertWords.advice(alert));
    json.putObject("unmapped").put("threat", alert.threat()).put("system", alert.system());
    return AlertJson.line(json);
  }

  private static void severity(Severity severity, ObjectNode json) {
    switch (severity) {
      case LOW -> json.put("severity_id", 2).put("severity", "Low");
      case MEDIUM -> json.put("severity_id", 3).put("severity", "Medium");
      case HIGH -> json.put("severity_id", 4).put("severity", "High");
      case CRITICAL -> json.put("severity_id", 5).put("severity", "Critical");
    }
  }

  private static void metadata(Alert alert, ObjectNode json) {
    json.put("version", VERSION).put("uid", alert.id() + "-" + alert.sequence());
    json.put("correlation_uid", alert.id()).put("sequence", alert.sequence());
    json.putObject("product").put("name", Product.NAME).put("vendor_name", Product.VENDOR);
  }

  private static void finding(Alert alert, ObjectNode json) {
    json.put("uid", alert.id()).put("title", Product.title(alert));
    json.put("desc", Product.message(alert));
    json.put("created_time", alert.since()).put("first_seen_time", alert.since());
    json.put("last_seen_time", alert.time()).put("modified_time", alert.time());
    json.putArray("types").add(Product.family(alert));
    json.putObject("analytic")
        .put("uid", alert.detector())
        .put("name", alert.detector())
        .put("type_id", STATISTICAL)
        .put("type", "Statistical");
    ArrayNode events = json.putArray("related_events");
    alert.events().forEach(event -> events.addObject().put("uid", event));
  }

  private static void resource(Alert alert, ObjectNode json) {
    json.put("name", alert.model()).put("uid", alert.model()).put("type", "Machine learning model");
    json.put("namespace", alert.system());
  }

  private static void client(String client, ObjectNode json) {
    json.put("name", "client");
    json.putObject("user").put("uid", client).put("type_id", 0);
  }

  private static void anomalies(Alert alert, ObjectNode json) {
    json.putArray("analysis_targets").addObject().put("name", alert.subject());
    ArrayNode anomalies = json.putArray("anomalies");
    ArrayNode baselines = json.putArray("baselines");
    for (Measure measure : alert.measures()) {
      observation(measure, measure.value(), anomalies.addObject())
          .put("observed_pattern", measure.says());
      ObjectNode usual = observation(measure, measure.threshold().at(), baselines.addObject());
      if (measure.threshold().calibrated()) {
        usual.put(
            "observed_pattern",
            "Reached by " + AlertWords.rarity(measure.threshold().rate()) + ".");
      }
    }
  }

  private static ObjectNode observation(Measure measure, double value, ObjectNode json) {
    json.put("observation_parameter", measure.statistic());
    json.putArray("observations").addObject().put("value", Double.toString(value));
    return json;
  }
}
