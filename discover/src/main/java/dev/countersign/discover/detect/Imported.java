package dev.countersign.discover.detect;

import dev.countersign.discover.lexicon.Libraries;
import dev.countersign.discover.tree.Source;

/** Asks what a file imports. */
final class Imported {
  private Imported() {}

  /** Whether the file imports a library of this kind. */
  static boolean kind(Source source, String kind) {
    Libraries libraries = Libraries.of(ImportDetector.ecosystem(source));
    return source.code().imports().stream()
        .flatMap(module -> libraries.module(module.module()).stream())
        .anyMatch(library -> library.kind().equals(kind));
  }

  /** Whether the file imports this library or one of this kind; true where none is asked for. */
  static boolean needed(Source source, String needs) {
    return needs.isEmpty()
        || kind(source, needs)
        || source.code().imports().stream().anyMatch(module -> module.module().startsWith(needs));
  }
}
