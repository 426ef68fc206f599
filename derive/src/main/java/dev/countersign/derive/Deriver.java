package dev.countersign.derive;

import dev.countersign.derive.graph.Arrival;
import dev.countersign.derive.graph.Port;
import dev.countersign.derive.graph.SystemGraph;
import dev.countersign.derive.rank.Ranking;
import dev.countersign.derive.rules.Outcome;
import dev.countersign.derive.rules.RuleRuntime;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.rules.CompiledRule;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Asks every rule of every element of its kind. */
final class Deriver {
  private final SystemModel system;
  private final Knowledge knowledge;
  private final SystemGraph graph;
  private final RuleRuntime runtime;
  private final Ranking ranking;
  private final List<Threat> threats = new ArrayList<>();
  private final Questions questions;

  Deriver(SystemModel system, Knowledge knowledge) {
    this.system = system;
    this.knowledge = knowledge;
    graph = SystemGraph.of(system);
    runtime = new RuleRuntime(system, graph);
    ranking = new Ranking(system);
    questions = new Questions(system);
  }

  Derivation derive() {
    Map<ElementKind, List<Element>> byKind = byKind();
    for (CompiledRule rule : knowledge.rules()) {
      for (Element element : byKind.getOrDefault(rule.family().on(), List.of())) {
        ask(rule, element);
      }
    }
    return new Derivation(positioned(Groups.of(threats)), questions.sorted());
  }

  private Map<ElementKind, List<Element>> byKind() {
    Map<ElementKind, List<Element>> byKind = new EnumMap<>(ElementKind.class);
    for (Element element : system.elements().values()) {
      byKind.computeIfAbsent(element.kind(), _ -> new ArrayList<>()).add(element);
    }
    return byKind;
  }

  private void ask(CompiledRule rule, Element element) {
    Outcome<Boolean> outcome = runtime.trigger(rule, element);
    if (outcome instanceof Outcome.Unknown<Boolean> unknown) {
      questions.add(unknown.missing(), rule.family().id() + "@" + element.id());
    } else if (outcome instanceof Outcome.Known<Boolean> known && known.value()) {
      threats.add(threat(rule, element, known.reads()));
    }
  }

  private Threat threat(CompiledRule rule, Element element, List<FactRef> reads) {
    Family family = rule.family();
    Optional<Arrival> entry = entry(rule, element);
    List<String> decisions = graph.decisions(element.id());
    TreeSet<FactRef> facts = new TreeSet<>(reads);
    entry.ifPresent(arrival -> facts.addAll(arrival.facts()));
    return new Threat(
        family,
        element,
        runtime.members(rule, element),
        runtime.techniques(rule, element),
        because(rule, element, entry),
        entry.map(Arrival::path).orElse(List.of(element.id())),
        List.copyOf(facts),
        decisions,
        ranking.of(family, element, entry, decisions),
        family.precedents());
  }

  /** The sentences of the rule; where every one hangs on an unknown fact, the path says it. */
  private List<String> because(CompiledRule rule, Element element, Optional<Arrival> entry) {
    List<String> sentences = runtime.because(rule, element);
    if (!sentences.isEmpty()) {
      return sentences;
    }
    String verb = rule.path().observation() ? " can see " : " can influence ";
    return List.of(
        entry
            .map(arrival -> arrival.actor().id() + verb + element.id() + ".")
            .orElse("The facts about " + element.id() + " allow it."));
  }

  /** The least trusted on the first side on which somebody outside arrives, or anybody at all. */
  private Optional<Arrival> entry(CompiledRule rule, Element element) {
    List<Arrival> nearest =
        rule.path().ports().stream()
            .map(word -> arrivals(rule, element, Port.of(word).orElse(Port.WHOLE)))
            .flatMap(arrivals -> arrivals.stream().limit(1))
            .toList();
    return nearest.stream()
        .filter(arrival -> arrival.trust().compareTo(TrustLevel.STAFF) < 0)
        .findFirst()
        .or(() -> nearest.stream().findFirst());
  }

  private List<Arrival> arrivals(CompiledRule rule, Element element, Port port) {
    return rule.path().observation()
        ? graph.observers(element.id(), port)
        : graph.influencers(element.id(), port);
  }

  private static List<Threat> positioned(List<Threat> threats) {
    List<Threat> sorted = new ArrayList<>(threats);
    sorted.sort(
        Comparator.comparingDouble((Threat threat) -> -threat.rank().score())
            .thenComparing(Threat::id));
    List<Threat> positioned = new ArrayList<>(sorted.size());
    for (Threat threat : sorted) {
      positioned.add(threat.withRank(threat.rank().at(positioned.size() + 1)));
    }
    return positioned;
  }
}
