package dev.countersign.cli.provenance;

import dev.countersign.attest.Statement;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.MalformedManifest;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.ManifestJson;
import dev.countersign.provenance.ManifestPlace;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.lineage.StatementFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Statements about datasets as files, with their manifests. */
public final class Datasets {
  /** The folder of statements beside a threat model. */
  public static final String FOLDER = ".countersign";

  private static final String UNSIGNED = ".dataset.json";

  private Datasets() {}

  /**
   * Reads a statement of any kind, signed or not.
   *
   * @throws Refused if there is none
   */
  public static StatementFile statement(Path file) {
    try {
      return StatementFile.read(file);
    } catch (MalformedMetadata malformed) {
      throw new Refused(
          file + " is no statement: " + malformed.detail() + ". Name a file that record wrote.");
    } catch (IOException unreadable) {
      throw new Refused(
          file
              + " cannot be read ("
              + Failure.why(unreadable)
              + "). Statements are in .countersign beside countersign.yaml.");
    }
  }

  /**
   * What a statement says about a dataset.
   *
   * @throws Refused if it is about anything else
   */
  public static DatasetStatement dataset(StatementFile file) {
    try {
      return file.dataset();
    } catch (MalformedMetadata malformed) {
      throw new Refused(
          file.file() + " is no statement about a dataset: " + malformed.detail() + ".");
    }
  }

  /**
   * The files that a statement lists; those in a file of their own are believed only if its digest
   * is right.
   *
   * @throws Refused if they cannot be read
   */
  public static Manifest manifest(StatementFile file, DatasetStatement dataset) {
    return switch (dataset.manifest()) {
      case ManifestPlace.Inline(Manifest manifest) -> manifest;
      case ManifestPlace.Beside beside -> beside(file, dataset, beside);
    };
  }

  private static Manifest beside(
      StatementFile file, DatasetStatement dataset, ManifestPlace.Beside beside) {
    Path place = file.file().resolveSibling(beside.file());
    try {
      byte[] content = Files.readAllBytes(place);
      if (!Sha256.of(content).equals(beside.sha256())) {
        throw new Refused(
            "%s is not the manifest that %s names: its SHA-256 is %s, not %s. Restore it."
                .formatted(place, file.file(), Sha256.of(content), beside.sha256()));
      }
      Manifest manifest = ManifestJson.read(new ByteArrayInputStream(content));
      if (!manifest.digest().equals(dataset.digest())) {
        throw new Refused(place + " lists other files than " + file.file() + " is about.");
      }
      return manifest;
    } catch (MalformedManifest malformed) {
      throw new Refused(place + " is no manifest: " + malformed.getMessage() + ".");
    } catch (IOException | OutOfMemoryError unreadable) {
      throw new Refused(
          place + " cannot be read. It holds the manifest of " + file.file() + "; restore it.");
    }
  }

  /**
   * Writes an unsigned statement, and before it, beside it, the manifest where that is large. The
   * name of that holds its digest: a statement that was signed earlier keeps its own.
   *
   * @throws Refused if it cannot be written
   */
  public static void write(Path file, Manifest manifest, Description description) {
    byte[] json = ManifestJson.write(manifest);
    if (json.length <= DatasetStatement.MAX_INLINE) {
      write(file, DatasetStatement.inline(manifest, description).toStatement());
      return;
    }
    String sha256 = Sha256.of(json);
    String name = "%s.%s.manifest.json".formatted(stem(file), sha256.substring(0, 16));
    AtomicFile.write(file.resolveSibling(name), json);
    write(file, DatasetStatement.beside(manifest, name, sha256, description).toStatement());
  }

  /** Writes an unsigned statement. */
  public static void write(Path file, Statement statement) {
    AtomicFile.write(file, StatementFile.unsigned(statement));
  }

  /** Where the unsigned statement about a dataset stands. */
  public static Path place(Path folder, String name) {
    return folder.resolve(FOLDER).resolve(name + UNSIGNED);
  }

  /** Where the signed form of a statement stands: beside it. */
  public static Path signed(Path file) {
    return file.resolveSibling(stem(file) + ".sigstore.json");
  }

  /** The folder that a statement's data is relative to, unless somebody names another. */
  public static Path root(Path statement) {
    Path folder = statement.toAbsolutePath().normalize().resolveSibling("");
    boolean ours = String.valueOf(folder.getFileName()).equals(FOLDER);
    Path above = folder.getParent();
    return ours && above != null ? above : folder;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    for (String ending : new String[] {UNSIGNED, ".sigstore.json", ".json"}) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }
}
