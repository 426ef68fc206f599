package dev.countersign.provenance;

/** Two parts of a dataset say different things of one file. */
public final class ManifestConflict extends Exception {
  private static final long serialVersionUID = 1;

  private final String name;

  ManifestConflict(Entry one, Entry other) {
    super(
        "\"%s\" is in both parts with different content: %d bytes, %s, and %d bytes, %s"
            .formatted(one.name(), one.bytes(), one.digest(), other.bytes(), other.digest()));
    this.name = one.name();
  }

  /** The file that they do not agree on. */
  public String name() {
    return name;
  }
}
