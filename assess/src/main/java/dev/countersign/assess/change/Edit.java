package dev.countersign.assess.change;

/** One change that can be undone by itself. */
sealed interface Edit {
  /** An element came or went. */
  record OfElement(ElementChange change) implements Edit {}

  /** An element that was there before and is there still says something else. */
  record OfFact(FactChange change) implements Edit {}
}
