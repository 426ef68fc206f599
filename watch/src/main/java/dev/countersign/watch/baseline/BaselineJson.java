package dev.countersign.watch.baseline;

import dev.countersign.attest.Subject;
import dev.countersign.watch.space.FeatureSpace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Baselines as JSON. */
final class BaselineJson {
  private BaselineJson() {}

  static ObjectNode write(Baseline baseline) {
    ModelBaseline usual = baseline.usual();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("system", usual.system()).put("model", usual.model()).put("element", usual.element());
    json.put("calibrated", baseline.calibrated().toString()).put("tool", baseline.tool());
    ArrayNode logs = json.putArray("logs");
    baseline.logs().forEach(log -> write(log, logs.addObject()));
    write(baseline.calibration(), json.putObject("calibration"));
    ObjectNode thresholds = json.putObject("thresholds");
    new TreeMap<>(usual.thresholds())
        .forEach((statistic, threshold) -> write(threshold, thresholds.putObject(statistic)));
    usual.space().ifPresent(space -> json.set("space", space.json()));
    ObjectNode settings = json.putObject("settings");
    new TreeMap<>(usual.settings()).forEach(settings::set);
    return json;
  }

  private static void write(Subject log, ObjectNode json) {
    log.name().ifPresent(name -> json.put("name", name));
    log.sha256().ifPresent(digest -> json.put("sha256", digest));
  }

  private static void write(Calibration calibration, ObjectNode json) {
    json.put("budget", calibration.budget());
    json.put("clients", calibration.clients());
    json.put("client-days", calibration.clientDays());
    json.put("estimated", calibration.estimated());
    json.put("at-most", calibration.atMost());
    json.put("held-out", calibration.heldOut());
    json.put("extrapolated", calibration.extrapolated());
  }

  private static void write(Threshold threshold, ObjectNode json) {
    json.put("at", threshold.at()).put("scale", threshold.scale()).put("rate", threshold.rate());
  }

  static Baseline read(List<Subject> models, ObjectNode json) throws UnusableBaseline {
    return new Baseline(
        models,
        logs(json.path("logs")),
        time(json.path("calibrated").asString("")),
        json.path("tool").asString(""),
        calibration(json.path("calibration")),
        usual(json));
  }

  private static List<Subject> logs(JsonNode json) throws UnusableBaseline {
    List<Subject> logs = new ArrayList<>();
    for (JsonNode one : json) {
      String digest = one.path("sha256").asString("");
      if (!digest.matches("[0-9a-f]{64}")) {
        throw malformed("a log has no SHA-256");
      }
      logs.add(Subject.sha256(one.path("name").asString(""), digest));
    }
    return logs;
  }

  private static Instant time(String text) throws UnusableBaseline {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw malformed("\"calibrated\" is no time");
    }
  }

  private static Calibration calibration(JsonNode json) throws UnusableBaseline {
    double budget = json.path("budget").asDouble(-1);
    double estimated = json.path("estimated").asDouble(-1);
    double atMost = json.path("at-most").asDouble(-1);
    if (!(budget > 0 && budget <= 1) || !share(estimated) || !share(atMost)) {
      throw malformed("\"budget\", \"estimated\" and \"at-most\" are no shares from 0 to 1");
    }
    return new Calibration(
        budget,
        json.path("clients").asInt(0),
        json.path("client-days").asInt(0),
        estimated,
        atMost,
        json.path("held-out").asInt(0),
        json.path("extrapolated").asBoolean(false));
  }

  private static boolean share(double number) {
    return number >= 0 && number <= 1;
  }

  private static ModelBaseline usual(ObjectNode json) throws UnusableBaseline {
    String model = json.path("model").asString("");
    return new ModelBaseline(
        json.path("system").asString(""),
        model,
        json.path("element").asString(model),
        space(json.path("space")),
        thresholds(json.path("thresholds")),
        settings(json.path("settings")));
  }

  private static Optional<FeatureSpace> space(JsonNode json) throws UnusableBaseline {
    try {
      return json.isObject() ? Optional.of(FeatureSpace.read(json)) : Optional.empty();
    } catch (IllegalArgumentException wrong) {
      throw malformed("\"space\": " + wrong.getMessage());
    }
  }

  private static Map<String, Threshold> thresholds(JsonNode json) throws UnusableBaseline {
    Map<String, Threshold> thresholds = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      double at = one.getValue().path("at").asDouble(Double.NaN);
      double scale = one.getValue().path("scale").asDouble(Double.NaN);
      double rate = one.getValue().path("rate").asDouble(Double.NaN);
      if (!Double.isFinite(at) || !(scale > 0) || !(rate >= 0 && rate <= 1)) {
        throw malformed("the threshold of a statistic is no threshold");
      }
      thresholds.put(one.getKey(), new Threshold(at, scale, rate));
    }
    return thresholds;
  }

  private static Map<String, ObjectNode> settings(JsonNode json) throws UnusableBaseline {
    Map<String, ObjectNode> settings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      if (!(one.getValue() instanceof ObjectNode object)) {
        throw malformed("the settings of a detector are no object");
      }
      settings.put(one.getKey(), object);
    }
    return settings;
  }

  private static UnusableBaseline malformed(String what) {
    return new UnusableBaseline(
        "The baseline is malformed: "
            + what
            + ". Have it made again with countersign watch calibrate.");
  }
}
