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
  RUST,
  /** C#. */
  SHARP,
  /** Terraform, of which {@link Hcl} reads the blocks; no code of it is read. */
  HCL;

  /** The family by the ending of a file's name, in lower case without the dot. */
  public static Optional<Language> of(String extension) {
    return switch (extension) {
      case "py", "ipynb" -> Optional.of(PYTHON);
      case "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte" ->
          Optional.of(SCRIPT);
      case "java", "kt", "kts", "scala", "groovy" -> Optional.of(JVM);
      case "go" -> Optional.of(GO);
      case "rs" -> Optional.of(RUST);
      case "cs", "csx" -> Optional.of(SHARP);
      default -> Optional.empty();
    };
  }
}
