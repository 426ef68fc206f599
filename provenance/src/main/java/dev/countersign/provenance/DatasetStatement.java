package dev.countersign.provenance;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import java.util.List;

/**
 * What is said of a dataset: the predicate {@value #TYPE}, with its subject. {@link #toStatement}
 * and {@link #of} convert it; docs/dataset-provenance.md says what each field means.
 *
 * @param name of the dataset
 * @param digest its {@link TreeDigest}
 * @param manifest its files, or where they are listed
 * @param description the word of whoever signs
 */
public record DatasetStatement(
    String name, String digest, ManifestPlace manifest, Description description) {
  /** The type of the predicate. */
  public static final String TYPE = "https://countersign.dev/dataset/v1";

  /** The most bytes of JSON that a manifest may have to stand in the statement itself: 1 MiB. */
  public static final int MAX_INLINE = 1 << 20;

  /**
   * @throws IllegalArgumentException if an inline manifest is of another dataset
   */
  public DatasetStatement {
    if (!Sha256.is(digest)) {
      throw new IllegalArgumentException("the dataset's digest is none");
    }
    if (manifest instanceof ManifestPlace.Inline(Manifest inline)
        && !(inline.digest().equals(digest) && inline.dataset().equals(name))) {
      throw new IllegalArgumentException("the manifest is that of another dataset");
    }
  }

  /** A statement that holds its manifest. */
  public static DatasetStatement inline(Manifest manifest, Description description) {
    return new DatasetStatement(
        manifest.dataset(), manifest.digest(), new ManifestPlace.Inline(manifest), description);
  }

  /**
   * A statement whose manifest is in a file beside it.
   *
   * @param file the file's name, without a folder
   * @param sha256 of the bytes that the file holds
   */
  public static DatasetStatement beside(
      Manifest manifest, String file, String sha256, Description description) {
    return new DatasetStatement(
        manifest.dataset(),
        manifest.digest(),
        new ManifestPlace.Beside(file, sha256, manifest.entries().size(), manifest.bytes()),
        description);
  }

  /** As an in-toto statement, ready to be signed. */
  public Statement toStatement() {
    return new Statement(
        List.of(Subject.sha256(name, digest)), TYPE, PredicateWriter.write(manifest, description));
  }

  /**
   * Reads it out of an in-toto statement, strictly: no key that this version does not know.
   *
   * @throws MalformedManifest if it is of another type, malformed, or contradicts itself
   */
  public static DatasetStatement of(Statement statement) throws MalformedManifest {
    return PredicateReader.read(statement);
  }
}
