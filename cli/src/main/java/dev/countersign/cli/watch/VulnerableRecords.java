package dev.countersign.cli.watch;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.fit.input.data.DataSource;
import dev.countersign.fit.input.data.Table;
import dev.countersign.fit.input.data.Table.Column;
import dev.countersign.fit.input.data.UnreadableData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Records that an audit found vulnerable, from a table. */
public final class VulnerableRecords {
  private static final long SEED = 1;

  private VulnerableRecords() {}

  /**
   * The rows of a table.
   *
   * @param file with nothing but the model's features, in their order
   * @throws Refused if it cannot be read, is empty or holds texts
   */
  public static List<float[]> in(Path file) {
    try {
      return records(file);
    } catch (UnreadableData wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  private static List<float[]> records(Path file) throws IOException, UnreadableData {
    Table table = Table.read(DataSource.of(file, true), Set.of(), Set.of(), SEED);
    for (Column column : table.columns()) {
      if (!column.numeric()) {
        throw new UnreadableData(
            "%s: column '%s' holds texts. Write them as numbers, as the log has them."
                .formatted(file, column.name()));
      }
    }
    if (table.rows().isEmpty()) {
      throw new UnreadableData(file + " has no rows. Name the records that the audit found.");
    }
    return table.rows().stream().map(VulnerableRecords::single).toList();
  }

  private static float[] single(double[] row) {
    float[] single = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      single[i] = (float) row[i];
    }
    return single;
  }
}
