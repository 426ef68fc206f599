package dev.countersign.benchmarks;

import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.ManifestJson;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** How fast datasets are recorded: many small files, and the rows of tables. */
public final class Manifests {
  private static final int FILES = 100_000;
  private static final int FILES_A_FOLDER = 500;
  private static final int ROWS = 2_000_000;
  private static final int ROUNDS = 5;

  private Manifests() {}

  /**
   * {@code make DIR} writes files, {@code record DIR} a manifest of them, {@code rows DIR} prints
   * rates.
   */
  public static void main(String[] arguments) throws IOException, RecordingFailed {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "make" -> make(folder);
      case "record" -> record(folder);
      case "rows" -> rows(folder);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void make(Path folder) throws IOException {
    if (Files.exists(folder.resolve("tables/rows.jsonl"))) {
      return;
    }
    Random random = new Random(1);
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = new byte[200 + random.nextInt(3800)];
      random.nextBytes(bytes);
      Path file = folder.resolve("small/" + i / FILES_A_FOLDER + "/" + i + ".bin");
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
    }
    Path tables = Files.createDirectories(folder.resolve("tables"));
    write(tables.resolve("rows.csv"), "id,amount,day,merchant\n", "%d,%.2f,2026-11-%02d,shop %d\n");
    write(
        tables.resolve("rows.jsonl"),
        "",
        "{\"id\":%d,\"amount\":%.2f,\"day\":\"2026-11-%02d\",\"merchant\":\"shop %d\"}\n");
  }

  private static void write(Path file, String header, String row) throws IOException {
    Random random = new Random(2);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(header);
      for (int i = 0; i < ROWS; i++) {
        out.write(
            row.formatted(
                i, random.nextDouble() * 100, 1 + random.nextInt(30), random.nextInt(99)));
      }
    }
  }

  private static void record(Path folder) throws IOException, RecordingFailed {
    Manifest manifest = Recorder.of(folder).record("small").manifest();
    Path file = folder.resolveSibling("small.manifest.json");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ManifestJson.write(manifest, out);
    }
  }

  private static void rows(Path folder) throws RecordingFailed {
    for (String name : new String[] {"rows.csv", "rows.jsonl"}) {
      Recorder recorder = Recorder.of(folder.resolve(name));
      double best = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        long rows = recorder.record(name).manifest().rows().orElseThrow();
        best = Math.max(best, rows * 1e9 / (System.nanoTime() - start));
      }
      System.out.printf(Locale.ROOT, "%-28s %,.0f rows/s, hashed and counted%n", name, best);
    }
  }
}
