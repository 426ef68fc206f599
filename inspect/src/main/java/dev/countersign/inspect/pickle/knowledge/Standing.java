package dev.countersign.inspect.pickle.knowledge;

/** What is known of a name that a pickle imports. */
public enum Standing {
  /** A library legitimately saves it, and it does nothing but build an object from data. */
  SAFE,
  /** Nobody listed it. */
  UNKNOWN,
  /** It runs commands or code, reaches files or the network, or is a step on the way there. */
  DANGEROUS
}
