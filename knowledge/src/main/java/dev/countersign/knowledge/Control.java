package dev.countersign.knowledge;

import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Set;

/**
 * A countermeasure of the control catalogue.
 *
 * @param id for example {@code model-signing}
 * @param title two to five words
 * @param does one or two sentences: what it is and what it stops
 * @param stage the stage at which it acts
 * @param on kinds of element that it can be placed on
 * @param stops ids of the families that it answers, sorted
 * @param evidence kinds of evidence that can prove it, the best first
 * @param references ids in public catalogues
 */
public record Control(
    String id,
    String title,
    String does,
    Stage stage,
    Set<ElementKind> on,
    List<String> stops,
    List<String> evidence,
    List<String> references) {
  public Control {
    on = Set.copyOf(on);
    stops = List.copyOf(stops);
    evidence = List.copyOf(evidence);
    references = List.copyOf(references);
  }
}
