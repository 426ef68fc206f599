package dev.countersign.assess.loss;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Catalogue;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A small system whose decisions and threats a test chooses. A customer can reach the model, which
 * makes the decisions; controls {@code gate} and {@code filter} stop every family.
 */
final class Priced {
  private final Map<String, Element> elements = new TreeMap<>();
  private final List<AssessedThreat> threats = new ArrayList<>();

  Priced() {
    add(ElementKind.ACTOR, "customer", Map.of("trust", new FactValue.Level(TrustLevel.CUSTOMER)));
    add(ElementKind.MODEL, "model", Map.of());
  }

  /** A decision of which each wrong one costs so much. */
  Priced decision(String id, String low, String high, String currency, double perDay) {
    return decision(
        id,
        Map.of(
            "if-wrong.financial",
            money(low, high, currency),
            "volume",
            new FactValue.Rate(perDay, perDay + "/day")));
  }

  /** A decision of which each wrong one costs 10 to 50 EUR. */
  Priced decision(String id, double perDay) {
    return decision(id, "10", "50", "EUR", perDay);
  }

  Priced decision(String id, Map<String, FactValue> facts) {
    return add(ElementKind.DECISION, id, facts);
  }

  static FactValue money(String low, String high, String currency) {
    return new FactValue.Money(new BigDecimal(low), new BigDecimal(high), currency);
  }

  /** An actor of that trust; what it gains is a fact of its own. */
  Priced actor(String id, TrustLevel trust, Optional<String> gains) {
    Map<String, FactValue> facts = new TreeMap<>();
    facts.put("trust", new FactValue.Level(trust));
    gains.ifPresent(gain -> facts.put("gains", new FactValue.Text(gain)));
    return add(ElementKind.ACTOR, id, facts);
  }

  /** A threat of medium effort by a customer to the model's inputs. */
  Priced threat(String family, Answer.State state, String... decisions) {
    return threat(family(family, Effort.MEDIUM, Harm.INTEGRITY), "customer", state, decisions);
  }

  Priced threat(Family family, String starter, Answer.State state, String... decisions) {
    String id = family.id() + "@model";
    Threat threat =
        new Threat(
            family,
            element("model"),
            List.of(),
            List.of(),
            List.of(),
            List.of(starter, "model"),
            List.of(),
            List.of(decisions),
            new Rank(threats.size() + 1, Severity.HIGH, 50, 0.5, 1, List.of()),
            List.of());
    threats.add(
        new AssessedThreat(
            threat, new Answer(state, resolution(state, id), Optional.empty(), List.of())));
    return this;
  }

  static Family family(String id, Effort effort, Harm harm) {
    return new Family(
        id,
        "core",
        id,
        "What it is.",
        Stage.INFERENCE,
        ElementKind.MODEL,
        false,
        effort,
        harm,
        "true",
        List.of(),
        List.of(),
        List.of("gate", "filter"),
        List.of());
  }

  Element element(String id) {
    return Optional.ofNullable(elements.get(id)).orElseThrow();
  }

  List<AssessedThreat> threats() {
    return threats;
  }

  Losses losses() {
    return losses(threats);
  }

  Losses losses(List<AssessedThreat> some) {
    return LossEstimate.of(system(), catalogue(), some);
  }

  private SystemModel system() {
    return new SystemModel(
        "countersign.yaml",
        new SystemInfo(
            "s",
            new Place("countersign.yaml", 1, 1),
            "A purpose.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        elements,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of("countersign.yaml"));
  }

  private Catalogue catalogue() {
    List<Family> families = threats.stream().map(t -> t.threat().family()).distinct().toList();
    List<String> ids = families.stream().map(Family::id).toList();
    return Catalogue.of(families, List.of(control("gate", ids), control("filter", ids)));
  }

  private static Control control(String id, List<String> stops) {
    return new Control(
        id,
        id,
        "What it does.",
        Stage.INFERENCE,
        Set.of(ElementKind.MODEL),
        stops,
        List.of("document"),
        List.of());
  }

  private static Optional<Resolution> resolution(Answer.State state, String id) {
    Place place = new Place("countersign.yaml", 9, 1);
    return switch (state) {
      case OPEN -> Optional.empty();
      case CONTROLLED, UNPROVEN ->
          Optional.of(new Resolution.ByControl(id, place, List.of("filter@model")));
      case PLANNED ->
          Optional.of(
              new Resolution.Planned(
                  id,
                  place,
                  Optional.of("filter@model"),
                  Optional.of("platform"),
                  Optional.empty(),
                  Optional.empty()));
      case ACCEPTED ->
          Optional.of(
              new Resolution.Accepted(
                  id,
                  place,
                  Optional.of("board"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
    };
  }

  private Priced add(ElementKind kind, String id, Map<String, FactValue> values) {
    Place place = new Place("countersign.yaml", elements.size() + 10, 3);
    Map<String, Fact> facts = new TreeMap<>();
    values.forEach((key, value) -> facts.put(key, new Fact(value, place)));
    elements.put(id, new Element(kind, id, place, facts));
    return this;
  }
}
