package dev.countersign.knowledge;

/** What a family of attack damages first. */
public enum Harm {
  /** The model decides, says or does something wrong. */
  INTEGRITY,
  /** Somebody learns what they should not. */
  CONFIDENTIALITY,
  /** The system is slow, expensive or down. */
  AVAILABILITY,
  /** Somebody else's code or commands run. */
  CONTROL
}
