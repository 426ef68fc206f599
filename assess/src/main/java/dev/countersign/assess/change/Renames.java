package dev.countersign.assess.change;

import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Elements that say the same under another id. One is taken for renamed only where there is no
 * other that it could be: same kind, same facts, and something said about it or by it.
 */
final class Renames {
  private final SortedMap<String, String> later;

  private Renames(SortedMap<String, String> later) {
    this.later = later;
  }

  static Renames between(SystemModel before, SystemModel after) {
    List<Element> gone = missing(before, after);
    List<Element> come = missing(after, before);
    SortedMap<String, String> found = new TreeMap<>();
    if (gone.isEmpty() || come.isEmpty()) {
      return new Renames(found);
    }
    Set<String> unsettled =
        Stream.concat(gone.stream(), come.stream()).map(Element::id).collect(Collectors.toSet());
    Map<Object, List<Element>> candidates = alike(come, new Blur(unsettled, referrers(after)));
    Map<Object, List<Element>> sources = alike(gone, new Blur(unsettled, referrers(before)));
    sources.forEach((like, from) -> {
      List<Element> to = candidates.getOrDefault(like, List.of());
      if (from.size() == 1 && to.size() == 1) {
        found.put(from.getFirst().id(), to.getFirst().id());
      }
    });
    return new Renames(found).confirmed(before, after);
  }

  private static Map<Object, List<Element>> alike(List<Element> elements, Blur blur) {
    return elements.stream().collect(Collectors.groupingBy(blur::of));
  }

  /** What blurred facts suggested is believed only where the facts are the same to the letter. */
  private Renames confirmed(SystemModel before, SystemModel after) {
    SortedMap<String, String> kept = new TreeMap<>(later);
    boolean settled = false;
    while (!settled) {
      Renames renames = new Renames(kept);
      SortedMap<String, String> next = new TreeMap<>(kept);
      next.keySet().removeIf(id -> !renames.matches(id, before, after));
      settled = next.size() == kept.size();
      kept = next;
    }
    return new Renames(kept);
  }

  private boolean matches(String id, SystemModel before, SystemModel after) {
    Element was = renamed(before.element(id).orElseThrow());
    Element is = after.element(later(id)).orElseThrow();
    return values(was).equals(values(is))
        && (!was.facts().isEmpty() || referrers(before).containsKey(id));
  }

  private static Map<String, FactValue> values(Element element) {
    Map<String, FactValue> values = new TreeMap<>();
    element.facts().forEach((key, fact) -> values.put(key, fact.value()));
    return values;
  }

  private static List<Element> missing(SystemModel from, SystemModel in) {
    return from.elements().values().stream()
        .filter(element -> in.element(element.id()).isEmpty())
        .toList();
  }

  boolean isEmpty() {
    return later.isEmpty();
  }

  /** The later id of what had this one. */
  String later(String id) {
    return later.getOrDefault(id, id);
  }

  /** The later form of {@code family@element} or {@code control@element}. */
  String laterPair(String pair) {
    int at = pair.indexOf('@');
    return at < 0 ? pair : pair.substring(0, at + 1) + later(pair.substring(at + 1));
  }

  /** One for each, by the later id. */
  List<Renaming> list(SystemModel after) {
    return later.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(entry ->
            new Renaming(
                entry.getKey(),
                entry.getValue(),
                after.element(entry.getValue()).map(Element::kind).orElseThrow()))
        .toList();
  }

  /** The earlier system as it would be if it had the later ids. */
  SystemModel of(SystemModel system) {
    if (isEmpty()) {
      return system;
    }
    Map<String, Element> elements = new TreeMap<>();
    system.elements().values().forEach(e -> elements.put(later(e.id()), renamed(e)));
    Map<String, ControlClaim> controls = new TreeMap<>();
    system.controls().values().stream().map(this::renamed).forEach(c -> controls.put(c.id(), c));
    Map<String, Resolution> resolutions = new TreeMap<>();
    system.resolutions().values().stream()
        .map(this::renamed)
        .forEach(resolution -> resolutions.put(resolution.threat(), resolution));
    Map<String, Assumption> assumptions = new TreeMap<>();
    system.assumptions().forEach((id, assumption) -> assumptions.put(id, renamed(assumption)));
    return new SystemModel(
        system.file(),
        system.info(),
        elements,
        controls,
        resolutions,
        assumptions,
        system.sources());
  }

  private Element renamed(Element element) {
    Map<String, Fact> facts = new TreeMap<>();
    element.facts().forEach((key, fact) -> facts.put(key, renamed(fact)));
    return new Element(element.kind(), later(element.id()), element.place(), facts);
  }

  private Fact renamed(Fact fact) {
    return fact.value() instanceof FactValue.Refs(var ids)
        ? new Fact(new FactValue.Refs(ids.stream().map(this::later).toList()), fact.place())
        : fact;
  }

  private ControlClaim renamed(ControlClaim claim) {
    return new ControlClaim(
        claim.control(), later(claim.element()), claim.place(), claim.evidence());
  }

  /** The answer under the later ids, wherever it names one. */
  Resolution renamed(Resolution resolution) {
    String threat = laterPair(resolution.threat());
    return switch (resolution) {
      case Resolution.ByControl by ->
          new Resolution.ByControl(
              threat, by.place(), by.controls().stream().map(this::laterPair).toList());
      case Resolution.Planned p ->
          new Resolution.Planned(
              threat, p.place(), p.control().map(this::laterPair), p.owner(), p.by(), p.ticket());
      case Resolution.Accepted a ->
          new Resolution.Accepted(threat, a.place(), a.by(), a.until(), a.reason(), a.record());
      case Resolution.DesignedOut d ->
          new Resolution.DesignedOut(threat, d.place(), d.change(), d.reference());
    };
  }

  private Assumption renamed(Assumption assumption) {
    return new Assumption(
        assumption.id(),
        assumption.place(),
        assumption.states(),
        assumption.owner(),
        assumption.until(),
        assumption.about().stream().map(this::later).toList());
  }

  /** Who refers to each element. */
  private static Map<String, List<String>> referrers(SystemModel system) {
    Map<String, List<String>> referrers = new HashMap<>();
    for (Element element : system.elements().values()) {
      for (String key : element.facts().keySet()) {
        for (String id : element.refs(key)) {
          referrers.computeIfAbsent(id, _ -> new ArrayList<>()).add(element.id());
        }
      }
    }
    return referrers;
  }

  /** Facts with every id that came or went replaced by one mark, and who refers to the element. */
  private record Blur(Set<String> unsettled, Map<String, List<String>> referrers) {
    private static final String MARK = "?";

    Object of(Element element) {
      Map<String, Object> facts = new TreeMap<>();
      element.facts().forEach((key, fact) -> facts.put(key, blurred(fact.value())));
      List<String> from = referrers.getOrDefault(element.id(), List.of());
      return List.of(element.kind(), facts, from.stream().map(this::blurred).sorted().toList());
    }

    private Object blurred(FactValue value) {
      return value instanceof FactValue.Refs(var ids)
          ? ids.stream().map(this::blurred).sorted().toList()
          : value;
    }

    private String blurred(String id) {
      return unsettled.contains(id) ? MARK : id;
    }
  }
}
