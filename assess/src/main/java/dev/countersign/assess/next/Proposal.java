package dev.countersign.assess.next;

import dev.countersign.assess.AssessedThreat;
import java.util.List;

/**
 * A control on an element that could answer open threats.
 *
 * @param control id in the control catalogue
 * @param element id of the element to put it on
 * @param threats what it could answer, by rank
 * @param add the lines that say so
 */
public record Proposal(String control, String element, List<AssessedThreat> threats, Snippet add) {
  public Proposal {
    threats = List.copyOf(threats);
  }
}
