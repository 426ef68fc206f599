package dev.countersign.model;

/**
 * One given statement about an element. A fact that nobody gave is unknown, not false: it has no
 * {@code Fact}.
 *
 * @param value what it says
 * @param place where it says so
 */
public record Fact(FactValue value, Place place) {}
