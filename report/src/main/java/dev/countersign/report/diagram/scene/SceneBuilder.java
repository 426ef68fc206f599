package dev.countersign.report.diagram.scene;

import dev.countersign.assess.Assessment;
import dev.countersign.derive.flow.DataFlow;
import dev.countersign.derive.flow.FlowMap;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.SafeText;
import dev.countersign.model.SystemModel;
import dev.countersign.report.Report;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the scene of a report. */
final class SceneBuilder {
  private static final String ANYONE = "anyone";

  private final SystemModel system;
  private final FlowMap map;
  private final Unanswered unanswered;
  private final Optional<Highlight> highlight;
  private final Map<String, Element> elements;
  private final List<String> path;
  private final Grouping grouping;

  SceneBuilder(Report report) {
    Assessment assessment = report.assessment();
    system = assessment.system();
    map = FlowMap.of(system);
    unanswered = new Unanswered(assessment);
    highlight = Highlight.of(report);
    elements = shown();
    path = path();
    grouping = new Grouping(elements.values(), map, Set.copyOf(path));
  }

  /** What has a shape of its own: a flow is a line, a zone is a boundary. */
  private Map<String, Element> shown() {
    Set<String> used = new HashSet<>(highlight.map(Highlight::path).orElse(List.of()));
    map.flows().forEach(flow -> Collections.addAll(used, flow.from(), flow.to()));
    Map<String, Element> shown = new LinkedHashMap<>();
    for (ElementKind kind : ElementKind.values()) {
      if (kind != ElementKind.ZONE && kind != ElementKind.FLOW) {
        system
            .elements(kind)
            .filter(element -> !element.id().equals(ANYONE) || used.contains(ANYONE))
            .forEach(element -> shown.put(element.id(), element));
      }
    }
    shown.putAll(map.impliedActors());
    return shown;
  }

  private List<String> path() {
    return highlight.map(Highlight::path).orElse(List.of()).stream()
        .filter(elements::containsKey)
        .toList();
  }

  Scene scene() {
    List<Node> nodes = new ArrayList<>();
    elements.values().stream()
        .filter(element -> !grouping.hides(element.id()))
        .forEach(element -> nodes.add(node(element)));
    grouping.groups().forEach(group -> nodes.add(node(group)));
    return new Scene(
        key(), "Data flow of " + system.info().id(), captions(), boundaries(nodes), nodes, links());
  }

  private String key() {
    String highlighted = highlight.map(found -> "-" + found.id()).orElse("");
    return (system.info().id() + highlighted).replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private Node node(Element element) {
    return new Node(
        element.id(),
        element.kind(),
        label(element),
        SafeText.of(element.id()),
        List.of(),
        unanswered.on(element.id()),
        map.zoneOf(element.id()),
        emphasis(element.id()));
  }

  private String label(Element element) {
    String kind = element.kind().word().replace('-', ' ').replace("mcp", "MCP");
    return element.kind() == ElementKind.ACTOR
        ? kind + ", " + map.trustOf(element.id()).word()
        : kind;
  }

  private Node node(Grouping.Group group) {
    List<String> gravest =
        group.members().stream().map(Element::id).sorted(unanswered.byGravity()).limit(3).toList();
    String named = "with " + String.join(", ", gravest);
    return new Node(
        Grouping.shapeId(group),
        ElementKind.ZONE,
        putTogether(group),
        group.sort() == Grouping.Sort.KIND ? count(group.members().size(), group.id()) : group.id(),
        group.sort() == Grouping.Sort.KIND ? List.of(named) : List.of(contents(group), named),
        group.members().stream().mapToLong(member -> unanswered.on(member.id())).sum(),
        Optional.of(group.id()).filter(zone -> group.zone() && isSplit(group)),
        path.isEmpty() ? Emphasis.NORMAL : Emphasis.FADED);
  }

  private String putTogether(Grouping.Group group) {
    if (!group.zone()) {
      return "put together";
    }
    return isSplit(group) ? "rest of the zone, put together" : "zone, put together";
  }

  /** Whether parts of the zone keep shapes of their own, because a path runs through them. */
  private boolean isSplit(Grouping.Group group) {
    return path.stream().anyMatch(id -> map.zoneOf(id).filter(group.id()::equals).isPresent());
  }

  private static String contents(Grouping.Group group) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ElementKind kind : ElementKind.values()) {
      int count = (int) group.members().stream().filter(m -> m.kind() == kind).count();
      if (count > 0) {
        counts.put(count == 1 ? kind.word() : kind.section(), count);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> count(entry.getValue(), entry.getKey()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static String count(int count, String word) {
    return count + "\u00a0" + word;
  }

  private List<Boundary> boundaries(List<Node> nodes) {
    List<Boundary> boundaries = new ArrayList<>();
    nodes.stream()
        .flatMap(node -> node.zone().stream())
        .distinct()
        .sorted()
        .flatMap(zone -> system.element(zone).stream())
        .forEach(zone -> boundaries.add(boundary(zone)));
    return boundaries;
  }

  private Boundary boundary(Element zone) {
    boolean onPath =
        path.stream().anyMatch(id -> map.zoneOf(id).filter(zone.id()::equals).isPresent());
    return new Boundary(
        zone.id(),
        zone.id(),
        Stream.of(
                Optional.of("trust zone"),
                level(zone, "trust").map(word -> "trust: " + word),
                level(zone, "reachable-by").map(word -> "reachable by: " + word))
            .flatMap(Optional::stream)
            .toList(),
        path.isEmpty() ? Emphasis.NORMAL : onPath ? Emphasis.ON_PATH : Emphasis.FADED);
  }

  private static Optional<String> level(Element zone, String key) {
    return zone.value(key).orElse(null) instanceof FactValue.Level(var level)
        ? Optional.of(level.word())
        : Optional.empty();
  }

  private List<Link> links() {
    Links links = new Links(system, unanswered);
    for (DataFlow flow : map.flows()) {
      String from = grouping.shapeOf(flow.from());
      String to = grouping.shapeOf(flow.to());
      if (!from.equals(to)) {
        links.add(flow, from, to);
      }
    }
    links.number(path);
    return links.links(!path.isEmpty());
  }

  private Emphasis emphasis(String id) {
    if (path.isEmpty()) {
      return Emphasis.NORMAL;
    }
    return path.contains(id) ? Emphasis.ON_PATH : Emphasis.FADED;
  }

  private List<String> captions() {
    List<String> captions = new ArrayList<>();
    highlight.ifPresent(found -> captions.add(SafeText.of(found.caption())));
    if (!grouping.groups().isEmpty()) {
      captions.add(putTogether());
    }
    return captions;
  }

  private String putTogether() {
    int hidden = grouping.groups().stream().mapToInt(group -> group.members().size()).sum();
    List<String> zones = idsOf(Grouping.Sort.ZONE);
    List<String> kinds = idsOf(Grouping.Sort.KIND);
    List<String> what = new ArrayList<>();
    if (!zones.isEmpty()) {
      what.add((zones.size() == 1 ? "zone " : "zones ") + Words.and(zones));
    }
    what.addAll(idsOf(Grouping.Sort.ZONES));
    if (!kinds.isEmpty()) {
      what.add(Words.and(kinds) + " outside of zones");
    }
    return hidden
        + " of "
        + elements.size()
        + " elements are put together, to keep the picture readable: "
        + String.join("; ", what)
        + ".";
  }

  private List<String> idsOf(Grouping.Sort sort) {
    return grouping.groups().stream()
        .filter(group -> group.sort() == sort)
        .map(Grouping.Group::id)
        .toList();
  }
}
