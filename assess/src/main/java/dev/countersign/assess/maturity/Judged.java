package dev.countersign.assess.maturity;

/** A criterion and what was seen of it around one system. */
public record Judged(Criterion criterion, Seen seen) {}
