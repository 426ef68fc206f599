package dev.countersign.bom;

import java.util.Optional;

/**
 * What a model was made from.
 *
 * @param name for example {@code meta-llama/Llama-3.1-8B}, or the id of an element
 * @param ref of the part that it is, where the bill lists it
 * @param purl its package URL, where it is known to lie on a hub
 * @param saidBy where that is said, for example {@code adapter_config.json}
 */
public record Ancestor(String name, Optional<String> ref, Optional<String> purl, String saidBy) {}
