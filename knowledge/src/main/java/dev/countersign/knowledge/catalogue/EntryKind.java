package dev.countersign.knowledge.catalogue;

import java.util.Locale;

/** What an entry of a catalogue is, in the words of this project. */
public enum EntryKind {
  /** Why an adversary acts, or at which step of an attack: ATLAS. */
  TACTIC,
  /** How an adversary acts: ATLAS. */
  TECHNIQUE,
  /** What makes techniques harder: ATLAS. */
  MITIGATION,
  /** Something that has happened, in the wild or as an exercise: ATLAS. */
  CASE_STUDY,
  /** What an attacker wants to break: NIST AI 100-2. */
  OBJECTIVE,
  /** A class of attack: NIST AI 100-2, EU AI Act, STRIDE. */
  ATTACK,
  /** A danger from an attacker: AI Exchange. */
  THREAT,
  /** A danger: CoSAI, OWASP Top 10, AI 600-1. */
  RISK,
  /** A countermeasure: AI Exchange, CoSAI. */
  CONTROL,
  /** A part of a system: CoSAI. */
  COMPONENT,
  /** A role in making or using a system: CoSAI. */
  PERSONA,
  /** A heading over threats, controls, requirements or practices. */
  GROUP,
  /** What an organisation has to reach: AI RMF. */
  OUTCOME,
  /** Something to do: AI 600-1, SP 800-218A. */
  ACTION,
  /** Explanation: AI Exchange. */
  TOPIC;

  /** The word in the data, for example {@code case-study}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
