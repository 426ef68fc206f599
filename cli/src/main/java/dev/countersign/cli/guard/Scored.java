package dev.countersign.cli.guard;

import dev.countersign.fit.input.data.Cells;
import dev.countersign.fit.input.data.DataSource;
import dev.countersign.fit.input.data.UnreadableData;
import dev.countersign.guard.Decision;
import dev.countersign.guard.input.Drift;
import dev.countersign.guard.input.Input;
import dev.countersign.guard.input.InputGate;
import dev.countersign.guard.input.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an input gate says of the rows of a file.
 *
 * @param rows those that were not accepted, or all if asked
 * @param omitted how many more there are like them
 * @param drift of all rows
 */
public record Scored(List<Row> rows, long omitted, Drift drift) {
  /** More than anybody reads; the counts are of all. */
  private static final int MOST_ROWS = 100_000;

  /**
   * A row.
   *
   * @param number from 1 on, without the header
   */
  public record Row(long number, Verdict verdict) {}

  /**
   * Scores a file.
   *
   * @param prediction the column with what the model says, if the profile needs it
   * @param all whether accepted rows are wanted too
   * @throws UnreadableData if it is malformed or lacks a column
   */
  public static Scored of(
      InputGate gate, DataSource source, Optional<String> prediction, boolean all)
      throws IOException, UnreadableData {
    Reading reading = new Reading(gate, source.columns(), prediction, all);
    source.read(reading::row);
    return new Scored(reading.rows, reading.omitted, gate.drift());
  }

  private static final class Reading {
    private final InputGate gate;
    private final Input input;
    private final int[] places;
    private final boolean[] numeric;
    private final int predictedBy;
    private final boolean all;
    private final List<Row> rows = new ArrayList<>();
    private long number;
    private long omitted;

    Reading(InputGate gate, List<String> columns, Optional<String> prediction, boolean all)
        throws UnreadableData {
      this.gate = gate;
      this.input = gate.input();
      this.numeric = gate.numeric();
      this.all = all;
      List<String> features = gate.features();
      List<String> lacking =
          features.stream().filter(feature -> !columns.contains(feature)).toList();
      if (!lacking.isEmpty()) {
        throw new UnreadableData(
            "the data lack %d of the %d features of the profile: %s. Has the file a header? (--no-header)"
                .formatted(
                    lacking.size(),
                    features.size(),
                    String.join(", ", lacking.stream().limit(10).toList())));
      }
      places = features.stream().mapToInt(columns::indexOf).toArray();
      predictedBy = prediction.isPresent() ? DataSource.place(columns, prediction.get()) : -1;
    }

    void row(Cells cells) {
      number++;
      input.clear();
      for (int i = 0; i < places.length; i++) {
        set(i, cells);
      }
      if (predictedBy >= 0) {
        input.predicted(cells.missing(predictedBy) ? "" : cells.text(predictedBy));
      }
      if (gate.decide(input) != Decision.ACCEPT || all) {
        keep();
      }
    }

    private void set(int feature, Cells cells) {
      int place = places[feature];
      if (cells.missing(place)) {
        return;
      }
      if (!numeric[feature]) {
        input.category(feature, cells.text(place));
      } else if (Double.isFinite(cells.number(place))) {
        input.number(feature, cells.number(place));
      } else {
        input.category(feature, cells.text(place));
      }
    }

    private void keep() {
      if (rows.size() < MOST_ROWS) {
        rows.add(new Row(number, input.verdict()));
      } else {
        omitted++;
      }
    }
  }
}
