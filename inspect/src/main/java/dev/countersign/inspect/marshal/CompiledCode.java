package dev.countersign.inspect.marshal;

import java.util.Set;

/**
 * What marshalled data names.
 *
 * @param codes how many code objects it holds; 0 for plain data
 * @param names of globals, attributes and imports in the order they stand
 * @param texts constants that are text
 */
public record CompiledCode(int codes, Set<String> names, Set<String> texts) {
  public CompiledCode {
    names = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(names));
    texts = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(texts));
  }
}
