package dev.countersign.report.otm;

import dev.countersign.assess.Checked;
import dev.countersign.derive.flow.DataFlow;
import dev.countersign.derive.flow.FlowMap;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of a system as an Open Threat Model divides it. */
final class Parts {
  private static final String BUILT_IN = "anyone";

  /** Zones are trust zones and flows are data flows; everything else is a component. */
  private static final Set<ElementKind> NO_COMPONENTS =
      EnumSet.of(ElementKind.ZONE, ElementKind.FLOW);

  private static final Set<ElementKind> ASSETS =
      EnumSet.of(
          ElementKind.DATASET,
          ElementKind.MODEL,
          ElementKind.CORPUS,
          ElementKind.MEMORY,
          ElementKind.PROMPT);

  private final SystemModel system;
  private final FlowMap map;

  Parts(Checked checked) {
    this.system = checked.assessment().system();
    this.map = FlowMap.of(system);
  }

  /**
   * A trust zone.
   *
   * @param stated whether the file has it; otherwise it stands for what has no zone
   */
  record Zone(String id, String name, TrustLevel trust, boolean stated) {}

  /** The zones of the file, then one for each level of trust that stands outside them. */
  List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    system.elements(ElementKind.ZONE).map(Parts::stated).forEach(zones::add);
    Set<TrustLevel> outside = new TreeSet<>();
    components().stream()
        .filter(element -> map.zoneOf(element.id()).isEmpty())
        .forEach(element -> outside.add(map.trustOf(element.id())));
    outside.stream().map(Parts::outside).forEach(zones::add);
    return zones;
  }

  /** The id of the trust zone of a component. */
  String zoneOf(Element component) {
    return map.zoneOf(component.id()).orElseGet(() -> outside(map.trustOf(component.id())).id());
  }

  /** Everything that is neither a zone nor a flow, and the suppliers that the file implies. */
  List<Element> components() {
    Set<String> flowing = new HashSet<>();
    flows().forEach(flow -> flowing.addAll(List.of(flow.from(), flow.to())));
    return Stream.concat(
            system.elements().values().stream()
                .filter(element -> !NO_COMPONENTS.contains(element.kind()))
                .filter(element -> !element.id().equals(BUILT_IN) || flowing.contains(BUILT_IN)),
            map.impliedActors().values().stream().filter(it -> flowing.contains(it.id())))
        .toList();
  }

  /** What is worth something: data, weights, and what a model is told. */
  List<Element> assets() {
    return system.elements().values().stream().filter(Parts::isAsset).toList();
  }

  boolean isAsset(String id) {
    return system.element(id).filter(Parts::isAsset).isPresent();
  }

  static boolean isAsset(Element element) {
    return ASSETS.contains(element.kind());
  }

  /** Everything that flows, each flow once. */
  List<DataFlow> flows() {
    return map.flows().stream().distinct().toList();
  }

  private static Zone stated(Element zone) {
    TrustLevel trust =
        zone.value("trust").orElseThrow() instanceof FactValue.Level(var level)
            ? level
            : TrustLevel.PUBLIC;
    return new Zone(zone.id(), zone.id(), trust, true);
  }

  /** A colon is in no id of a file. */
  private static Zone outside(TrustLevel trust) {
    return new Zone("no-zone:" + trust.word(), "No zone stated, " + trust.word(), trust, false);
  }
}
