package dev.countersign.derive.flow;

import dev.countersign.derive.graph.Suppliers;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A system as a data-flow diagram shows it. Threats are derived from {@link
 * dev.countersign.derive.graph.SystemGraph}, which follows influence through the sides of each
 * element; this is the plainer map that people draw, one arrow for each thing that a key says.
 */
public final class FlowMap {
  private final Map<String, Element> actors;
  private final Zoning zoning;
  private final Standing standing;
  private final List<DataFlow> flows;

  private FlowMap(SystemModel system) {
    Suppliers suppliers = new Suppliers(system);
    actors = Collections.unmodifiableMap(new TreeMap<>(suppliers.actors()));
    zoning = new Zoning(system);
    standing = new Standing(system, actors, zoning);
    flows = Flows.of(system, suppliers, standing);
  }

  /** The map of a system. */
  public static FlowMap of(SystemModel system) {
    return new FlowMap(system);
  }

  /** Suppliers that the file implies without naming them, by id. */
  public Map<String, Element> impliedActors() {
    return actors;
  }

  /** Everything that flows, in the order of the elements that declare it. */
  public List<DataFlow> flows() {
    return flows;
  }

  /**
   * The zone in which an element stands: its own, or that of what runs, keeps or offers it. Empty
   * where nothing says so, where several zones would do, and for what is not inside: people,
   * channels, models that somebody else hosts, decisions and feedback loops.
   */
  public Optional<String> zoneOf(String id) {
    return zoning.of(id);
  }

  /**
   * How far what stands there is trusted: an actor by its own level, a hosted model as a partner, a
   * channel as its least trusted writer, anything else as its zone, or as staff where no zone is
   * known.
   */
  public TrustLevel trustOf(String id) {
    return standing.of(id);
  }
}
