package dev.countersign.bom;

import java.util.List;
import java.util.Optional;

/**
 * The system that a bill is of.
 *
 * @param ref by which other parts refer to it; no part and no service has it
 * @param name short
 * @param version as a manifest beside the threat model states it
 * @param purpose what it does for whom
 * @param producer who makes it: the addresses of those who sign for it, where nothing else is known
 * @param flows how data moves, as {@code from → to}, sorted
 * @param securityPolicy the file that says how to report a weakness, relative to the bill
 * @param controls claimed controls, as {@code control@element}, sorted
 */
public record SystemPart(
    String ref,
    String name,
    Optional<String> version,
    Optional<String> purpose,
    List<String> producer,
    List<String> flows,
    Optional<String> securityPolicy,
    List<String> controls) {
  public SystemPart {
    producer = List.copyOf(producer);
    flows = List.copyOf(flows);
    controls = List.copyOf(controls);
  }
}
