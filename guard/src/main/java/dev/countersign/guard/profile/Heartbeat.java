package dev.countersign.guard.profile;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a gate runs, as an in-toto predicate, {@value #TYPE}; {@code
 * docs/schema/guard-heartbeat-1.schema.json} describes it. Its subject is the profile that the gate
 * decides by, by the SHA-256 of its signed bytes.
 *
 * @param gate which gate runs
 * @param profile {@link ProfileFile#digest} of what it decides by
 * @param since when it started
 * @param at when this was said
 * @param counts how it decided since then
 */
public record Heartbeat(
    Gate gate, String profile, Instant since, Instant at, Map<Decision, Long> counts) {
  /** The type of the predicate. */
  public static final String TYPE = "https://countersign.dev/guard-heartbeat/v1";

  public Heartbeat {
    counts = Map.copyOf(counts);
  }

  /** As a statement that the guard signs. */
  public Statement statement() {
    ObjectNode predicate = JsonNodeFactory.instance.objectNode();
    predicate.put("gate", gate.word());
    predicate.put("since", since.toString());
    predicate.put("at", at.toString());
    ObjectNode decisions = predicate.putObject("decisions");
    for (Decision decision : Decision.values()) {
      decisions.put(decision.word(), counts.getOrDefault(decision, 0L));
    }
    return new Statement(java.util.List.of(Subject.sha256("profile", profile)), TYPE, predicate);
  }

  /**
   * What a statement says.
   *
   * @return empty where it is no heartbeat as this version writes them
   */
  public static Optional<Heartbeat> read(Statement statement) {
    ObjectNode json = statement.predicate();
    Optional<Gate> gate = Gate.of(json.path("gate").asString(""));
    Optional<String> profile = statement.subjects().get(0).sha256();
    if (!statement.predicateType().equals(TYPE) || gate.isEmpty() || profile.isEmpty()) {
      return Optional.empty();
    }
    Map<Decision, Long> counts = new EnumMap<>(Decision.class);
    for (Decision decision : Decision.values()) {
      counts.put(decision, json.path("decisions").path(decision.word()).asLong(0));
    }
    try {
      return Optional.of(
          new Heartbeat(
              gate.get(),
              profile.get(),
              Instant.parse(json.path("since").asString("")),
              Instant.parse(json.path("at").asString("")),
              counts));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
