package dev.countersign.provenance.lineage;

import dev.countersign.attest.MalformedStatement;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Statements;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.MalformedManifest;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.slsa.SlsaReader;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that holds one statement, signed or not.
 *
 * @param file where it is
 * @param statement what it says
 * @param bundle the envelope around it with its signature, which nobody has verified yet; empty
 *     where the statement stands alone
 */
public record StatementFile(Path file, Statement statement, Optional<Bundle> bundle) {
  /** The largest file that is read: 64 MiB. */
  public static final int LARGEST = 64 << 20;

  /**
   * Reads a file.
   *
   * @throws MalformedMetadata if it holds no statement
   */
  public static StatementFile read(Path file) throws IOException, MalformedMetadata {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new MalformedMetadata("it is larger than 64 MiB");
      }
      return parse(file, content);
    }
  }

  /**
   * Reads the content of a file.
   *
   * @throws MalformedMetadata if it is no statement
   */
  public static StatementFile parse(Path file, byte[] content) throws MalformedMetadata {
    try {
      ObjectNode json = StrictJson.object(content);
      if (json.has("mediaType")) {
        Bundle bundle = Bundle.parse(content);
        Statement statement = Statements.parse(bundle.envelope().payload());
        return new StatementFile(file, statement, Optional.of(bundle));
      }
      return new StatementFile(file, Statements.parse(content), Optional.empty());
    } catch (MalformedJson | MalformedBundle | MalformedStatement malformed) {
      throw new MalformedMetadata(clause(String.valueOf(malformed.getMessage())));
    }
  }

  /** The bytes of a file for a statement that is not signed. */
  public static byte[] unsigned(Statement statement) {
    try {
      return StrictJson.pretty(StrictJson.object(Statements.write(statement)));
    } catch (MalformedJson own) {
      throw new IllegalStateException(own);
    }
  }

  /** Whether it is about a dataset. */
  public boolean isDataset() {
    return statement.predicateType().equals(DatasetStatement.TYPE);
  }

  /** Whether it is about how something was made. */
  public boolean isTraining() {
    return statement.predicateType().equals(TrainingProvenance.PREDICATE_TYPE);
  }

  /**
   * What it says about a dataset.
   *
   * @throws MalformedMetadata if it is about anything else
   */
  public DatasetStatement dataset() throws MalformedMetadata {
    try {
      return DatasetStatement.of(statement);
    } catch (MalformedManifest malformed) {
      throw new MalformedMetadata(clause(String.valueOf(malformed.getMessage())));
    }
  }

  /**
   * What it says about a training run.
   *
   * @throws MalformedMetadata if it is about anything else
   */
  public TrainingProvenance training() throws MalformedMetadata {
    return SlsaReader.read(statement);
  }

  private static String clause(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
