package dev.countersign.discover.code;

/**
 * A module that code imports.
 *
 * @param module as written: {@code langchain_openai}, {@code @ai-sdk/openai}, {@code
 *     dev.langchain4j.model}
 * @param line where
 */
public record Import(String module, int line) {}
