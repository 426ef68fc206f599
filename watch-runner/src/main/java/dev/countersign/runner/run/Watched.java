package dev.countersign.runner.run;

import dev.countersign.runner.checkpoint.UnusableCheckpoint;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * What is watched for, and with which baselines: a checkpoint of anything else would give alerts
 * that belong to neither.
 */
public final class Watched {
  private final SortedSet<String> detectors = new TreeSet<>();
  private final SortedSet<String> baselines = new TreeSet<>();

  /** These detectors, with these baselines. */
  public Watched(List<DetectorKind> kinds, List<ModelBaseline> usual) {
    kinds.forEach(kind -> detectors.add(kind.id()));
    usual.forEach(one -> baselines.add(name(one)));
  }

  private static String name(ModelBaseline usual) {
    StringBuilder all = new StringBuilder();
    all.append(new TreeMap<>(usual.thresholds())).append(new TreeMap<>(usual.settings()));
    usual.space().ifPresent(space -> all.append(space.json()));
    CRC32C sum = new CRC32C();
    sum.update(all.toString().getBytes(StandardCharsets.UTF_8));
    return "%s/%s (%s)"
        .formatted(usual.system(), usual.model(), HexFormat.of().toHexDigits((int) sum.getValue()));
  }

  void write(DataOutput out) throws IOException {
    write(detectors, out);
    write(baselines, out);
  }

  private static void write(SortedSet<String> names, DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  /** Refuses a checkpoint of detectors that are not there now, or of other baselines. */
  void compare(DataInput in) throws IOException, UnusableCheckpoint {
    SortedSet<String> before = read(in);
    if (!detectors.containsAll(before)) {
      throw other("detectors", before, detectors);
    }
    SortedSet<String> usual = read(in);
    if (!baselines.equals(usual)) {
      throw other("baselines", usual, baselines);
    }
  }

  private static SortedSet<String> read(DataInput in) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static UnusableCheckpoint other(
      String what, SortedSet<String> then, SortedSet<String> now) {
    return new UnusableCheckpoint(
        "The checkpoint was made with other %s: then %s, now %s. Go on with those, or name another folder, to begin anew."
            .formatted(what, words(then), words(now)));
  }

  private static String words(SortedSet<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
