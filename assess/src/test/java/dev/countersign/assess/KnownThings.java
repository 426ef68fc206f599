package dev.countersign.assess;

import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.ElementKind.TOOL;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A small catalogue, so that tests say what they depend on. */
final class KnownThings {
  static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              family("evasion", "Evasion by crafted input", MODEL, "input-gate"),
              family("model-extraction", "Model extraction", MODEL, "inference-monitoring"),
              family("model-tampering", "Tampering with the model", MODEL, "model-signing"),
              family("data-poisoning", "Poisoned training data", DATASET, "dataset-admission"),
              family("tool-misuse", "Misuse of tools", TOOL, "tool-gate")),
          List.of(
              control("input-gate", Set.of(COMPONENT), "input-gate", "evasion"),
              control("rate-limiting", Set.of(COMPONENT), "attestation", "model-extraction"),
              control(
                  "inference-monitoring",
                  Set.of(COMPONENT),
                  "inference-monitoring",
                  "model-extraction"),
              control("model-signing", Set.of(MODEL, STORE), "model-signature", "model-tampering"),
              control("dataset-admission", Set.of(DATASET), "dataset-provenance", "data-poisoning"),
              control("tool-gate", Set.of(TOOL, COMPONENT), "tool-gate", "tool-misuse"),
              control(
                  "audit-log", Set.of(COMPONENT), "document", "tool-misuse", "data-poisoning")));

  private KnownThings() {}

  static Family family(String id, String title, ElementKind on, String control) {
    return new Family(
        id,
        "core",
        title,
        "What it is.",
        Stage.INFERENCE,
        on,
        false,
        Effort.MEDIUM,
        Harm.INTEGRITY,
        "true",
        List.of(),
        List.of(),
        List.of(control),
        List.of());
  }

  private static Control control(String id, Set<ElementKind> on, String proof, String... stops) {
    return new Control(
        id,
        id,
        "What it does.",
        Stage.INFERENCE,
        on,
        List.of(stops),
        Stream.of(proof, "document").distinct().toList(),
        List.of());
  }
}
