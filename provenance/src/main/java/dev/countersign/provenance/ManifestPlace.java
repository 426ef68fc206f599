package dev.countersign.provenance;

/** Where the manifest of a statement is. */
public sealed interface ManifestPlace {
  /** In the statement. */
  record Inline(Manifest manifest) implements ManifestPlace {}

  /**
   * In a file beside the statement, because it is large.
   *
   * @param file its name, without a folder
   * @param sha256 of its bytes, 64 lower-case hexadecimal digits
   * @param files how many files it lists
   * @param bytes the size of all of them
   */
  record Beside(String file, String sha256, long files, long bytes) implements ManifestPlace {
    /**
     * @throws IllegalArgumentException if the name has a folder or the digest is none
     */
    public Beside {
      if (file.contains("/") || EntryName.problem(file).isPresent()) {
        throw new IllegalArgumentException(
            "the manifest's file is \"" + file + "\", no plain name");
      }
      if (!Sha256.is(sha256) || files < 0 || bytes < 0) {
        throw new IllegalArgumentException("what is said of " + file + " cannot be");
      }
    }
  }
}
