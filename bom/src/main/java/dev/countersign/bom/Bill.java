package dev.countersign.bom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a system is made of, as far as it is known, in no format yet. Text comes from files that may
 * be hostile; the writers make it safe.
 *
 * @param system what the bill is of
 * @param parts models, data, prompts, libraries and files, by reference
 * @param services what runs or is called, by reference
 * @param dependencies what cannot work without what: references by reference
 * @param made when, from the day that was asked for and never from the clock
 * @param tool the version of Countersign
 * @param notes what a reader should know of how it was made, a sentence each
 */
public record Bill(
    SystemPart system,
    List<Part> parts,
    List<Service> services,
    SortedMap<String, List<String>> dependencies,
    Instant made,
    String tool,
    List<String> notes) {
  public Bill {
    parts = List.copyOf(parts);
    services = List.copyOf(services);
    dependencies = new TreeMap<>(dependencies);
    notes = List.copyOf(notes);
  }

  /** The part with that reference. */
  public Optional<Part> part(String ref) {
    return parts.stream().filter(part -> part.ref().equals(ref)).findFirst();
  }

  /** The parts of a kind. */
  public List<Part> parts(PartKind kind) {
    return parts.stream().filter(part -> part.kind() == kind).toList();
  }
}
