package dev.countersign.assess.placed;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.next.Snippet;
import java.util.List;
import java.util.Optional;

/**
 * A control on an element: claimed, planned or missing.
 *
 * @param control id in the control catalogue
 * @param element id of the element
 * @param state how it stands
 * @param note why it is not proven, or who builds it until when; one sentence
 * @param threats those that it answers, or could answer where it is missing; by rank
 * @param add the lines of YAML that are still to be written
 */
public record PlacedControl(
    String control,
    String element,
    State state,
    Optional<String> note,
    List<AssessedThreat> threats,
    Optional<Snippet> add) {
  public PlacedControl {
    threats = List.copyOf(threats);
  }

  /** The id under which the file lists it or would list it. */
  public String id() {
    return control + "@" + element;
  }

  /** How a control stands, what needs work first. */
  public enum State {
    MISSING("MISSING"),
    UNPROVEN("UNPROVEN"),
    PLANNED("planned"),
    PROVEN("proven");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in reports; in capitals where it needs work. */
    public String word() {
      return word;
    }
  }
}
