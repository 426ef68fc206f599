package dev.countersign.discover.code;

import java.util.Optional;

/** The families of languages that are told apart: by comments, strings and imports. */
public enum Language {
  /** Python, and the code cells of notebooks. */
  PYTHON,
  /** JavaScript and TypeScript. */
  SCRIPT,
  /** Java, Kotlin, Scala, Groovy. */
  JVM,
  /** Go. */
  GO,
  /** Rust. */
  RUST;

  /** The family by the ending of a file's name, in lower case without the dot. */
  public static Optional<Language> of(String extension) {
    return switch (extension) {
      case "py", "ipynb" -> Optional.of(PYTHON);
      case "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte" ->
          Optional.of(SCRIPT);
      case "java", "kt", "scala", "groovy" -> Optional.of(JVM);
      case "go" -> Optional.of(GO);
      case "rs" -> Optional.of(RUST);
      default -> Optional.empty();
    };
  }
}
