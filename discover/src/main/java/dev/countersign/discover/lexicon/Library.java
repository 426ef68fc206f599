package dev.countersign.discover.lexicon;

/**
 * What is known of a library.
 *
 * @param name in its registry
 * @param kind a word of {@code libraries.yaml}, such as {@code hosted-client}
 * @param product who or what is behind it; empty where that depends on its use
 */
public record Library(String name, String kind, String product) {}
