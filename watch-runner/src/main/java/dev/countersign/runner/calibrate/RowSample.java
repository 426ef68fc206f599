package dev.countersign.runner.calibrate;

import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of all clients, of none more than of others: a client that asks ten thousand times as much
 * must not say alone what is usual. Of each client some distinct rows are kept, drawn evenly from
 * all that it asked (reservoir sampling, Vitter 1985). What is drawn depends on the log alone.
 */
final class RowSample {
  private static final int MOST_OF_CLIENT = 128;
  private static final int MOST_NUMBERS = 1 << 23;
  private static final int MOST_ROWS = 32_768;

  /** One row: features, then outputs. */
  record Row(float[] features, float[] outputs) {}

  private static final class OfClient {
    final List<Row> rows = new ArrayList<>();
    final Set<Integer> hashes = new HashSet<>();
    long seen;
  }

  private final Map<String, OfClient> clients = new LinkedHashMap<>();
  private final int width;
  private int most = MOST_OF_CLIENT;
  private int kept;

  RowSample(int width) {
    this.width = width;
  }

  void add(String client, Rows rows, int row) {
    OfClient of = clients.computeIfAbsent(client, name -> new OfClient());
    of.seen++;
    long place = of.seen <= most ? of.seen - 1 : Long.remainderUnsigned(mix(of.seen), of.seen);
    if (place < most) {
      keep(of, row(rows, row), (int) place);
      shrink();
    }
  }

  private void keep(OfClient of, Row row, int place) {
    if (!of.hashes.add(Arrays.hashCode(row.features))) {
      return;
    }
    if (of.rows.size() < most) {
      of.rows.add(row);
      kept++;
    } else {
      of.hashes.remove(Arrays.hashCode(of.rows.get(place).features));
      of.rows.set(place, row);
    }
  }

  private static Row row(Rows rows, int row) {
    float[] features = new float[rows.width()];
    rows.copyRow(row, features);
    float[] outputs = new float[rows.outputWidth()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = rows.output(row, i);
    }
    return new Row(features, outputs);
  }

  private void shrink() {
    while (most > 1 && kept > Math.min(MOST_ROWS, MOST_NUMBERS / width)) {
      most /= 2;
      kept = 0;
      for (OfClient of : clients.values()) {
        while (of.rows.size() > most) {
          of.hashes.remove(Arrays.hashCode(of.rows.remove(of.rows.size() - 1).features));
        }
        kept += of.rows.size();
      }
    }
  }

  private static long mix(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 29);
  }

  int clients() {
    return clients.size();
  }

  int size() {
    return kept;
  }

  int width() {
    return width;
  }

  /** All rows, in turn of each client one, so that a first part is balanced as well. */
  List<Row> rows() {
    List<Row> all = new ArrayList<>(kept);
    for (int i = 0; i < most; i++) {
      for (OfClient of : clients.values()) {
        if (i < of.rows.size()) {
          all.add(of.rows.get(i));
        }
      }
    }
    return all;
  }
}
