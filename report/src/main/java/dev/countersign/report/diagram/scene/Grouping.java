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
 * Puts elements together where a diagram would have too many: whole zones, and what stands outside
 * of zones by its kind, the fullest first, until a page is enough. What is on the highlighted path
 * stays as it is.
 */
final class Grouping {
  /** Shapes that a reader can still tell apart on one page. */
  static final int LIMIT = 40;

  /** Where that is too many, groups are made down to this: a picture just at the limit is full. */
  private static final int ENOUGH = 30;

  private static final int WORTH_IT = 3;
  private static final int ZONES = LIMIT / 2;

  /** What a group has in common. */
  enum Sort {
    /** One zone. */
    ZONE,
    /** Zones for which there is no room of their own. */
    ZONES,
    /** A kind of element, outside of zones. */
    KIND
  }

  /**
   * Elements that become one shape.
   *
   * @param sort what they have in common
   * @param id of their zone, their section, or how many zones they are in
   * @param members in the order of ids
   */
  record Group(Sort sort, String id, List<Element> members) {
    /** Whether they share one zone. */
    boolean zone() {
      return sort == Sort.ZONE;
    }
  }

  private final Map<String, Group> byMember = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private int shapes;

  Grouping(Collection<Element> elements, FlowMap map, Set<String> kept) {
    shapes = elements.size();
    List<Group> zones = zones(elements, map, kept);
    List<Group> fullestFirst = new ArrayList<>(zones);
    fullestFirst.addAll(kinds(elements, map, kept));
    fullestFirst.sort(Comparator.comparingInt(group -> -group.members().size()));
    if (shapes > LIMIT) {
      fullestFirst.forEach(this::putUntilEnough);
    }
    if (shapes > LIMIT && zones.size() > ZONES) {
      putOthers(zones.subList(ZONES, zones.size()));
    }
  }

  private void putUntilEnough(Group group) {
    if (shapes > ENOUGH) {
      put(group);
    }
  }

  private void put(Group group) {
    if (group.members().size() >= WORTH_IT) {
      groups.add(group);
      group.members().forEach(member -> byMember.put(member.id(), group));
      shapes -= group.members().size() - 1;
    }
  }

  /** However many zones there are, the picture stays one that can be laid out and looked at. */
  private void putOthers(List<Group> zones) {
    groups.removeAll(zones);
    List<Element> members =
        zones.stream()
            .flatMap(zone -> zone.members().stream())
            .sorted(Comparator.comparing(Element::id))
            .toList();
    put(new Group(Sort.ZONES, zones.size() + " other zones", members));
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
    return (group.sort() == Sort.ZONE ? "zone " : "all ") + group.id();
  }

  private static List<Group> zones(Collection<Element> elements, FlowMap map, Set<String> kept) {
    Map<String, List<Element>> zones = new TreeMap<>();
    for (Element element : elements) {
      if (!kept.contains(element.id())) {
        map.zoneOf(element.id())
            .ifPresent(zone -> zones.computeIfAbsent(zone, _ -> new ArrayList<>()).add(element));
      }
    }
    return sorted(zones, Sort.ZONE);
  }

  private static List<Group> kinds(Collection<Element> elements, FlowMap map, Set<String> kept) {
    Map<String, List<Element>> kinds = new TreeMap<>();
    for (Element element : elements) {
      if (!kept.contains(element.id()) && map.zoneOf(element.id()).isEmpty()) {
        kinds.computeIfAbsent(section(element), _ -> new ArrayList<>()).add(element);
      }
    }
    return sorted(kinds, Sort.KIND);
  }

  private static String section(Element element) {
    return element.kind() == ElementKind.ACTOR && element.id().startsWith("supplier of ")
        ? "suppliers"
        : element.kind().section();
  }

  private static List<Group> sorted(Map<String, List<Element>> members, Sort sort) {
    return members.entrySet().stream()
        .map(entry -> new Group(sort, entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(group -> -group.members().size()))
        .toList();
  }
}
