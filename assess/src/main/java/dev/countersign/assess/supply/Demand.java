package dev.countersign.assess.supply;

import java.util.List;
import java.util.Optional;

/**
 * Something to demand from a supplier.
 *
 * @param title two to five words
 * @param ask what to demand, one or two sentences
 * @param control id of the control that rests on it; empty for terms that every supply of that
 *     origin needs
 * @param proof kinds of evidence that would prove it here, the best first
 * @param threats ids of the threats that it answers, by rank
 * @param state where it stands
 */
public record Demand(
    String title,
    String ask,
    Optional<String> control,
    List<String> proof,
    List<String> threats,
    State state) {
  public Demand {
    proof = List.copyOf(proof);
    threats = List.copyOf(threats);
  }

  /** Where a demand stands. */
  public enum State {
    /** The file claims the control, and its evidence verifies. */
    PROVEN("proven"),
    /** The file claims the control, and its evidence does not verify. */
    UNPROVEN("UNPROVEN"),
    /** A plan names the control. */
    PLANNED("planned"),
    /** Nothing in the file speaks of it. */
    TO_DEMAND("to demand"),
    /** Terms of a contract, which no file can prove. */
    TERMS("to agree");

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
