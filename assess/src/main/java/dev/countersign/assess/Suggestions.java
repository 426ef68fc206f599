package dev.countersign.assess;

import dev.countersign.model.yaml.Problems;
import java.util.Collection;

/** Says what a misspelt id was most likely meant to be. */
final class Suggestions {
  // Shared by one assessment: it bounds the time that suggestions may take in all.
  private final Problems nearest = new Problems();

  /** {@code Did you mean 'x'?}, or the other sentence if no candidate is near. */
  String orElse(String written, Collection<String> candidates, String otherwise) {
    return nearest
        .suggest(written, candidates)
        .map(word -> "Did you mean " + word + "?")
        .orElse(otherwise);
  }
}
