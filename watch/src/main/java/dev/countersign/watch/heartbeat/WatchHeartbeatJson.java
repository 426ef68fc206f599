package dev.countersign.watch.heartbeat;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.watch.alert.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Heartbeats as JSON. */
final class WatchHeartbeatJson {
  private WatchHeartbeatJson() {}

  static ObjectNode write(WatchHeartbeat heartbeat) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("since", heartbeat.since().toString()).put("at", heartbeat.at().toString());
    heartbeat.newest().ifPresent(time -> json.put("newest", time.toString()));
    json.put("events", heartbeat.events());
    ObjectNode detectors = json.putObject("detectors");
    heartbeat.detectors().forEach(detectors::put);
    ObjectNode alerts = json.putObject("alerts");
    heartbeat.alerts().forEach((severity, count) -> alerts.put(severity.word(), count));
    ArrayNode incidents = json.putArray("incidents");
    heartbeat.incidents().forEach(one -> write(one, incidents.addObject()));
    return json.put("unlisted", heartbeat.unlisted());
  }

  private static void write(OpenIncident incident, ObjectNode json) {
    json.put("id", incident.id()).put("severity", incident.severity().word());
    json.put("threat", incident.threat()).put("system", incident.system());
    json.put("detector", incident.detector());
    json.put("since", incident.since().toString()).put("told", incident.told().toString());
  }

  static Optional<WatchHeartbeat> read(Statement statement) {
    ObjectNode json = statement.predicate();
    try {
      return Optional.of(
          new WatchHeartbeat(
              baselines(statement.subjects()),
              time(json, "since"),
              time(json, "at"),
              json.has("newest") ? Optional.of(time(json, "newest")) : Optional.empty(),
              json.path("events").asLong(0),
              detectors(json.path("detectors")),
              alerts(json.path("alerts")),
              incidents(json.path("incidents")),
              json.path("unlisted").asInt(0)));
    } catch (DateTimeException | NoSuchElementException | IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static List<String> baselines(List<Subject> subjects) {
    return subjects.stream().map(subject -> subject.sha256().orElseThrow()).toList();
  }

  private static Instant time(JsonNode json, String name) {
    return Instant.parse(json.path(name).asString(""));
  }

  private static SortedMap<String, Integer> detectors(JsonNode json) {
    SortedMap<String, Integer> detectors = new TreeMap<>();
    json.properties().forEach(one -> detectors.put(one.getKey(), one.getValue().asInt(0)));
    return detectors;
  }

  private static Map<Severity, Long> alerts(JsonNode json) {
    Map<Severity, Long> alerts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      alerts.put(severity, json.path(severity.word()).asLong(0));
    }
    return alerts;
  }

  private static List<OpenIncident> incidents(JsonNode json) {
    List<OpenIncident> incidents = new ArrayList<>();
    for (JsonNode one : json) {
      incidents.add(
          new OpenIncident(
              one.path("id").asString(""),
              Severity.of(one.path("severity").asString("")).orElseThrow(),
              one.path("threat").asString(""),
              one.path("system").asString(""),
              one.path("detector").asString(""),
              time(one, "since"),
              time(one, "told")));
    }
    return incidents;
  }
}
