package dev.countersign.assess.supply;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.model.Element;
import java.util.List;
import java.util.Optional;

/**
 * A model, a dataset, a tool or an MCP server that comes from outside.
 *
 * @param element what it is
 * @param origin the word that the file says about where it comes from
 * @param supplier who supplies it, as the file says
 * @param threats those that it brings, by rank
 * @param demands what to demand from the supplier, those that answer the gravest threats first
 */
public record Supplied(
    Element element,
    String origin,
    Optional<String> supplier,
    List<AssessedThreat> threats,
    List<Demand> demands) {
  public Supplied {
    threats = List.copyOf(threats);
    demands = List.copyOf(demands);
  }
}
