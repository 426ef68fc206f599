package dev.countersign.knowledge;

/** What an attacker needs for a family of attack, once the path is open. */
public enum Effort {
  /** Text, a browser, an account. */
  LOW,
  /** Scripts, many queries, some knowledge of the model. */
  MEDIUM,
  /** Research, machines, patience. */
  HIGH
}
