package dev.countersign.derive.graph;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Actors that a file implies without naming them: whoever supplies a model, a dataset, a tool or an
 * MCP server that comes from outside. They are called {@code supplier of X}; what comes straight
 * from a public place comes from {@code anyone}.
 */
public final class Suppliers {
  /** The built-in actor: whoever wants to. */
  public static final String ANYONE = "anyone";

  private final Map<String, Element> implied = new TreeMap<>();
  private final Map<String, String> supplierOf = new TreeMap<>();

  /** Finds the suppliers that a system implies. */
  public Suppliers(SystemModel system) {
    for (Element element : system.elements().values()) {
      element
          .word("origin")
          .flatMap(origin -> trust(element.kind(), origin))
          .ifPresent(trust -> add(element, trust));
    }
  }

  /** Who supplies an element, if somebody outside does. */
  public Optional<String> of(Element element) {
    return Optional.ofNullable(supplierOf.get(element.id()));
  }

  /** The implied actors by id. */
  public Map<String, Element> actors() {
    return Collections.unmodifiableMap(implied);
  }

  private void add(Element element, TrustLevel trust) {
    if (trust == TrustLevel.PUBLIC) {
      supplierOf.put(element.id(), ANYONE);
      return;
    }
    String id = "supplier of " + element.id();
    Fact fact = new Fact(new FactValue.Level(trust), element.placeOf("origin"));
    implied.put(
        id, new Element(ElementKind.ACTOR, id, element.placeOf("origin"), Map.of("trust", fact)));
    supplierOf.put(element.id(), id);
  }

  private static Optional<TrustLevel> trust(ElementKind kind, String origin) {
    return switch (kind) {
      case DATASET -> dataset(origin);
      case MODEL, TOOL, MCP_SERVER -> software(origin);
      default -> Optional.empty();
    };
  }

  private static Optional<TrustLevel> dataset(String origin) {
    return switch (origin) {
      case "user-submitted", "crowdsourced", "public", "scraped", "linked" ->
          Optional.of(TrustLevel.PUBLIC);
      case "purchased", "partner" -> Optional.of(TrustLevel.PARTNER);
      default -> Optional.empty();
    };
  }

  private static Optional<TrustLevel> software(String origin) {
    return switch (origin) {
      case "open-weights", "community" -> Optional.of(TrustLevel.PUBLIC);
      case "vendor", "hosted", "open-source" -> Optional.of(TrustLevel.PARTNER);
      default -> Optional.empty();
    };
  }
}
