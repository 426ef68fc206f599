package dev.countersign.report.diagram.scene;

import dev.countersign.derive.flow.FlowMap;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts elements together where a diagram would have too many: first whole zones, the fullest first;
 * where that is not enough, all that stands outside of zones, by kind. What is on the highlighted
 * path stays as it is.
 */
final class Grouping {
  /** Shapes that a reader can still tell apart on one page. */
  static final int LIMIT = 40;

  private static final int WORTH_IT = 3;

  /**
   * Elements that become one shape.
   *
   * @param id of the shape: the zone's, or the section's where they are of one kind
   * @param zone whether they share a zone
   * @param members in the order of ids
   */
  record Group(String id, boolean zone, List<Element> members) {}

  private final Map<String, Group> byMember = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();

  Grouping(Collection<Element> elements, FlowMap map, Set<String> kept) {
    int shapes = elements.size();
    for (Group zone : zones(elements, map, kept)) {
      shapes -= shapes > LIMIT ? put(zone) : 0;
    }
    if (shapes > LIMIT) {
      kinds(elements, map, kept).forEach(this::put);
    }
  }

  /** Puts a group together and says how many shapes that spares. */
  private int put(Group group) {
    if (group.members().size() < WORTH_IT) {
      return 0;
    }
    groups.add(group);
    group.members().forEach(member -> byMember.put(member.id(), group));
    return group.members().size() - 1;
  }

  /** The groups that were made. */
  List<Group> groups() {
    return groups;
  }

  boolean hides(String element) {
    return byMember.containsKey(element);
  }

  /** The id of the shape that shows an element. */
  String shapeOf(String element) {
    Group group = byMember.get(element);
    return group == null ? element : shapeId(group);
  }

  /** Not an id that an element can have. */
  static String shapeId(Group group) {
    return (group.zone() ? "zone " : "all ") + group.id();
  }

  private static List<Group> zones(Collection<Element> elements, FlowMap map, Set<String> kept) {
    Map<String, List<Element>> zones = new TreeMap<>();
    for (Element element : elements) {
      if (!kept.contains(element.id())) {
        map.zoneOf(element.id())
            .ifPresent(zone -> zones.computeIfAbsent(zone, _ -> new ArrayList<>()).add(element));
      }
    }
    return sorted(zones, true);
  }

  private static List<Group> kinds(Collection<Element> elements, FlowMap map, Set<String> kept) {
    Map<String, List<Element>> kinds = new TreeMap<>();
    for (Element element : elements) {
      if (!kept.contains(element.id()) && map.zoneOf(element.id()).isEmpty()) {
        kinds.computeIfAbsent(section(element), _ -> new ArrayList<>()).add(element);
      }
    }
    return sorted(kinds, false);
  }

  private static String section(Element element) {
    return element.kind() == ElementKind.ACTOR && element.id().startsWith("supplier of ")
        ? "suppliers"
        : element.kind().section();
  }

  private static List<Group> sorted(Map<String, List<Element>> members, boolean zone) {
    return members.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), zone, entry.getValue()))
        .sorted(Comparator.comparingInt(group -> -group.members().size()))
        .toList();
  }
}
