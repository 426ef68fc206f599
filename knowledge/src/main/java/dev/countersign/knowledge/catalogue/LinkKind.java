package dev.countersign.knowledge.catalogue;

import java.util.Locale;

/** What a link says; read it from the entry that holds the link to the one it names. */
public enum LinkKind {
  /** A technique serves a tactic; an attack serves an objective. */
  ACHIEVES,
  /** A technique is a special case of another. */
  SPECIALIZES,
  /** An entry belongs under a heading. */
  PART_OF,
  /** A mitigation, control or action works against a technique, risk or threat. */
  MITIGATES,
  /** A risk or threat is answered by a control. */
  ANSWERED_BY,
  /** A case study used a technique; the order of these links is the order of the steps. */
  EMPLOYS,
  /** A control is placed on a component. */
  PLACED_ON,
  /** A component passes data on to another. */
  FLOWS_TO,
  /** An entry means much the same as one of another catalogue. */
  MAPS_TO;

  /** The word in the data, for example {@code answered-by}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
