package dev.countersign.watch.membership;

import dev.countersign.watch.evasion.Cells;
import dev.countersign.watch.evasion.Scale;
import dev.countersign.watch.evasion.Sketch;
import dev.countersign.watch.evasion.Sketcher;
import dev.countersign.watch.event.Rows;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records that an audit found vulnerable, as salted fingerprints. */
final class Vulnerable {
  /** More records than this are refused. */
  static final int MOST = 4096;

  private final long[] sorted;

  private Vulnerable(long[] sorted) {
    this.sorted = sorted;
  }

  static Vulnerable of(Scale scale, List<float[]> records) {
    if (!(scale.near() > 0)) {
      throw new IllegalArgumentException(
          "the baseline does not say how far apart rows are: have it made from a log with features");
    }
    if (records.size() > MOST) {
      throw new IllegalArgumentException("more than %,d vulnerable records".formatted(MOST));
    }
    Cells cells = new Cells(scale);
    Sketcher sketcher = new Sketcher(scale);
    Sketch sketch = new Sketch();
    long[] ofOne = new long[Cells.PRINTS];
    long[] prints = new long[records.size() * Cells.PRINTS];
    for (int i = 0; i < records.size(); i++) {
      float[] record = records.get(i);
      if (!scale.fits(record.length)) {
        throw new IllegalArgumentException(
            "vulnerable record %d has %d features, and rows of the model have %d"
                .formatted(i + 1, record.length, scale.weight().length));
      }
      sketcher.sketch(new Rows(1, record, new float[0]), 0, sketch);
      cells.prints(sketch, ofOne);
      System.arraycopy(ofOne, 0, prints, i * Cells.PRINTS, Cells.PRINTS);
    }
    Arrays.sort(prints);
    return new Vulnerable(prints);
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /** Whether any of a row's fingerprints is one of a record. */
  boolean hasAny(long[] prints) {
    for (long print : prints) {
      if (Arrays.binarySearch(sorted, print) >= 0) {
        return true;
      }
    }
    return false;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode prints = json.putArray("vulnerable");
    for (long print : sorted) {
      prints.add(Long.toHexString(print));
    }
    return json;
  }

  /** From JSON as {@link #json} makes it; what is no fingerprint there is left out. */
  static Vulnerable read(ObjectNode json) {
    JsonNode prints = json.path("vulnerable");
    return new Vulnerable(
        prints
            .valueStream()
            .limit((long) MOST * Cells.PRINTS)
            .map(print -> print.asString(""))
            .filter(Vulnerable::isPrint)
            .mapToLong(print -> Long.parseUnsignedLong(print, 16))
            .sorted()
            .toArray());
  }

  private static boolean isPrint(String hex) {
    return !hex.isEmpty()
        && hex.length() <= 16
        && hex.chars().allMatch(letter -> Character.digit(letter, 16) >= 0);
  }
}
