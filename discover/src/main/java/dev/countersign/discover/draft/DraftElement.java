package dev.countersign.discover.draft;

import dev.countersign.discover.Where;
import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Optional;

/**
 * An element that files show.
 *
 * @param kind its kind
 * @param id unique in the draft
 * @param where the first place that shows it
 * @param note what to tell the reader besides; may be empty
 * @param facts in the order of the grammar
 */
public record DraftElement(
    ElementKind kind, String id, Optional<Where> where, String note, List<DraftFact> facts) {
  public DraftElement {
    facts = List.copyOf(facts);
  }
}
