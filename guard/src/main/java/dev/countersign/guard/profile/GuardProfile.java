package dev.countersign.guard.profile;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.guard.Gate;
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

/**
 * What a gate decides by, as an in-toto predicate, {@value #TYPE}; {@code
 * docs/schema/guard-profile-1.schema.json} describes it. Its subjects are the files of the model
 * that the gate stands before, by SHA-256.
 *
 * @param gate which gate it is for
 * @param models the files of the model that it was made for; at least one. A policy that is made
 *     for a system and not for a model has the {@code countersign.yaml} of the system here
 * @param datasets what it was fitted on; empty for a policy that people wrote
 * @param fitted when it was made
 * @param tool what made it, for example {@code countersign 0.1.0}
 * @param rates what was measured when it was made, as shares from 0 to 1 by name: {@code
 *     false-rejects} (what was asked), {@code false-rejects-held-out} (what came out) …
 * @param settings what the gate decides by; its form is the gate's own
 */
public record GuardProfile(
    Gate gate,
    List<Subject> models,
    List<Subject> datasets,
    Instant fitted,
    String tool,
    Map<String, Double> rates,
    ObjectNode settings) {
  /** The type of the predicate. */
  public static final String TYPE = "https://countersign.dev/guard-profile/v1";

  public GuardProfile {
    models = List.copyOf(models);
    datasets = List.copyOf(datasets);
    rates = Map.copyOf(rates);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a profile is bound to a model, and none is named");
    }
  }

  /** Whether it was made for a model of which this is a file, by SHA-256 in hexadecimal. */
  public boolean isFor(String sha256) {
    return models.stream().anyMatch(model -> model.sha256().filter(sha256::equals).isPresent());
  }

  /** As a statement that somebody can sign. */
  public Statement statement() {
    ObjectNode predicate = JsonNodeFactory.instance.objectNode();
    predicate.put("gate", gate.word());
    predicate.put("fitted", fitted.toString());
    predicate.put("tool", tool);
    ArrayNode data = predicate.putArray("datasets");
    datasets.forEach(dataset -> write(dataset, data.addObject()));
    ObjectNode measured = predicate.putObject("rates");
    new TreeMap<>(rates).forEach(measured::put);
    predicate.set("settings", settings);
    return new Statement(models, TYPE, predicate);
  }

  /**
   * What a statement says.
   *
   * @throws UnusableProfile if it is no profile as this version writes them
   */
  public static GuardProfile read(Statement statement) throws UnusableProfile {
    if (!statement.predicateType().equals(TYPE)) {
      throw new UnusableProfile(
          "It is a statement of type %s, and a profile has %s. Name a file that countersign guard wrote."
              .formatted(statement.predicateType(), TYPE));
    }
    ObjectNode json = statement.predicate();
    Gate gate =
        Gate.of(json.path("gate").asString(""))
            .orElseThrow(() -> malformed("\"gate\" is no gate that this version has"));
    JsonNode settings = json.path("settings");
    if (!(settings instanceof ObjectNode object)) {
      throw malformed("\"settings\" is no object");
    }
    return new GuardProfile(
        gate,
        statement.subjects(),
        datasets(json.path("datasets")),
        fitted(json.path("fitted").asString("")),
        json.path("tool").asString(""),
        rates(json.path("rates")),
        object);
  }

  private static UnusableProfile malformed(String what) {
    return new UnusableProfile(
        "The profile is malformed: " + what + ". Have it made again with countersign guard.");
  }

  private static Instant fitted(String text) throws UnusableProfile {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw malformed("\"fitted\" is no time");
    }
  }

  private static Map<String, Double> rates(JsonNode json) throws UnusableProfile {
    Map<String, Double> rates = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      double rate = member.getValue().asDouble(-1);
      if (!(rate >= 0 && rate <= 1)) {
        throw malformed("a rate is no share from 0 to 1");
      }
      rates.put(member.getKey(), rate);
    }
    return rates;
  }

  private static List<Subject> datasets(JsonNode json) throws UnusableProfile {
    List<Subject> datasets = new ArrayList<>();
    for (JsonNode one : json) {
      String digest = one.path("sha256").asString("");
      if (!digest.matches("[0-9a-f]{64}")) {
        throw malformed("a dataset has no SHA-256");
      }
      datasets.add(Subject.sha256(one.path("name").asString(""), digest));
    }
    return datasets;
  }

  private static void write(Subject dataset, ObjectNode json) {
    dataset.name().ifPresent(name -> json.put("name", name));
    dataset.sha256().ifPresent(digest -> json.put("sha256", digest));
  }

  /** What was measured under a name, as a share from 0 to 1. */
  public Optional<Double> rate(String name) {
    return Optional.ofNullable(rates.get(name));
  }
}
