package dev.countersign.cli.provenance;

import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.croissant.CroissantWriter;
import dev.countersign.provenance.lineage.StatementFile;
import java.nio.charset.StandardCharsets;

/** A dataset's statement as Croissant. */
public final class CroissantText {
  private CroissantText() {}

  /** Its JSON. */
  public static String of(StatementFile statement) {
    DatasetStatement dataset = Datasets.dataset(statement);
    return new String(
        StrictJson.pretty(CroissantWriter.write(dataset, Datasets.manifest(statement, dataset))),
        StandardCharsets.UTF_8);
  }
}
