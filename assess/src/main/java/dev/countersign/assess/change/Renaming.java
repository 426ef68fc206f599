package dev.countersign.assess.change;

import dev.countersign.model.ElementKind;

/**
 * An element that says the same under another id.
 *
 * @param before the id that it had
 * @param after the id that it has
 * @param kind what it is
 */
public record Renaming(String before, String after, ElementKind kind) {}
