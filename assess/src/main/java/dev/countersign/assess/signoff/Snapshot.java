package dev.countersign.assess.signoff;

import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A system in its own language, as JSON: reads back as the same system, whatever files it stood in.
 */
final class Snapshot {
  /** The actor that is in every system and in no file. */
  private static final String BUILT_IN = "anyone";

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private Snapshot() {}

  static ObjectNode of(SystemModel system) {
    Snapshot snapshot = new Snapshot();
    snapshot.root.put("countersign", 1);
    snapshot.info(system.info());
    for (ElementKind kind : ElementKind.values()) {
      snapshot.section(kind, system.elements(kind).toList());
    }
    snapshot.controls(system.controls().values().stream().toList());
    snapshot.resolutions(system.resolutions().values().stream().toList());
    snapshot.assumptions(system.assumptions().values().stream().toList());
    return snapshot.root;
  }

  private void info(SystemInfo info) {
    ObjectNode node = root.putObject("system");
    node.put("id", info.id());
    node.put("purpose", info.purpose());
    put(node, "ml-lead", info.mlLead());
    put(node, "security-lead", info.securityLead());
    put(node, "next-checkpoint", info.nextCheckpoint());
  }

  private void section(ElementKind kind, List<Element> elements) {
    ObjectNode section = JsonNodeFactory.instance.objectNode();
    elements.stream()
        .filter(element -> !element.id().equals(BUILT_IN))
        .forEach(element -> element(element, section.putObject(element.id())));
    if (!section.isEmpty()) {
      root.set(kind.section(), section);
    }
  }

  private static void element(Element element, ObjectNode node) {
    element
        .facts()
        .forEach((key, fact) -> {
          ObjectNode owner = node;
          String rest = key;
          for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            owner = owner.withObjectProperty(rest.substring(0, dot));
            rest = rest.substring(dot + 1);
          }
          value(element.kind(), key, fact.value(), owner, rest);
        });
  }

  private static void value(
      ElementKind kind, String key, FactValue value, ObjectNode owner, String name) {
    switch (value) {
      case FactValue.Words(var words) -> list(owner, name, words);
      case FactValue.Paths(var patterns) -> list(owner, name, patterns);
      case FactValue.Refs(var ids) when !isSingle(kind, key) -> list(owner, name, ids);
      case FactValue other -> owner.put(name, other.written());
    }
  }

  private static boolean isSingle(ElementKind kind, String key) {
    return Vocabulary.of(kind)
        .key(key)
        .filter(found -> found.type() instanceof KeyType.Reference)
        .isPresent();
  }

  private static void list(ObjectNode owner, String name, List<String> items) {
    ArrayNode list = owner.putArray(name);
    items.forEach(list::add);
  }

  private void controls(List<ControlClaim> claims) {
    for (ControlClaim claim : claims) {
      ObjectNode node = root.withObjectProperty("controls").putObject(claim.id());
      claim
          .evidence()
          .forEach((kind, evidence) -> {
            ObjectNode offered = node.putObject(kind);
            evidence.arguments().forEach((name, argument) -> offered.put(name, argument.text()));
          });
    }
  }

  private void resolutions(List<Resolution> resolutions) {
    for (Resolution resolution : resolutions) {
      ObjectNode node = root.withObjectProperty("resolutions").putObject(resolution.threat());
      answer(resolution, node);
    }
  }

  private static void answer(Resolution resolution, ObjectNode node) {
    if (resolution instanceof Resolution.ByControl by) {
      list(node, by.kind(), by.controls());
      return;
    }
    ObjectNode arguments = node.putObject(resolution.kind());
    resolution.arguments().forEach(arguments::put);
  }

  private void assumptions(List<Assumption> assumptions) {
    for (Assumption assumption : assumptions) {
      ObjectNode node = root.withObjectProperty("assumptions").putObject(assumption.id());
      node.put("states", assumption.states());
      put(node, "owner", assumption.owner());
      put(node, "until", assumption.until());
      list(node, "about", assumption.about());
    }
  }

  private static void put(ObjectNode node, String name, Optional<?> value) {
    value.ifPresent(given -> node.put(name, given.toString()));
  }
}
