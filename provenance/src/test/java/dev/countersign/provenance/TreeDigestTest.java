package dev.countersign.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a tree digest depends on, and what it does not, for datasets at random. */
class TreeDigestTest {
  private static final int ROUNDS = 300;

  @Test
  void theOrderInWhichFilesWereReadDoesNotCount() {
    each((random, files) -> {
      List<Entry> other = new ArrayList<>(files);
      Collections.shuffle(other, random);
      assertThat(digest(other)).isEqualTo(digest(files));
    });
  }

  @Test
  void whatTablesHoldAndTheNameOfTheDatasetDoNotCount() {
    each((random, files) -> {
      Table table = new Table.Read(TableFormat.CSV, random.nextInt(9), List.of(), List.of());
      List<Entry> tables = files.stream().map(file -> file.with(table)).toList();
      assertThat(Manifest.of("other", tables).digest()).isEqualTo(digest(files));
    });
  }

  @Test
  void aNameCounts() {
    each((random, files) ->
        changed(random, files, file -> Entry.of(file.name() + "x", file.bytes(), file.digest())));
  }

  @Test
  void aSizeCounts() {
    each((random, files) ->
        changed(random, files, file -> Entry.of(file.name(), file.bytes() + 1, file.digest())));
  }

  @Test
  void aDigestCounts() {
    each((random, files) ->
        changed(
            random,
            files,
            file -> Entry.of(file.name(), file.bytes(), Sha256.of(file.digest().getBytes()))));
  }

  @Test
  void aMissingFileCounts() {
    each((random, files) -> {
      List<Entry> fewer = new ArrayList<>(files);
      fewer.remove(random.nextInt(fewer.size()));
      assertThat(digest(fewer)).isNotEqualTo(digest(files));
    });
  }

  /** The bytes of an entry are no other entries: lengths stand before names. */
  @Test
  void noTwoDatasetsOfManyHaveTheSameDigest() {
    Map<String, List<Entry>> seen = new HashMap<>();
    each((random, files) -> {
      List<Entry> sorted = Manifest.of("d", files).entries();
      List<Entry> known = seen.putIfAbsent(digest(files), sorted);
      assertThat(known == null || known.equals(sorted)).isTrue();
    });
  }

  private static void changed(Random random, List<Entry> files, Change change) {
    List<Entry> others = new ArrayList<>(files);
    int at = random.nextInt(others.size());
    others.set(at, change.of(others.get(at)));
    assertThat(digest(others)).isNotEqualTo(digest(files));
  }

  private static String digest(List<Entry> files) {
    return Manifest.of("d", files).digest();
  }

  private static void each(Property property) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      property.holds(random, files(random));
    }
  }

  private static List<Entry> files(Random random) {
    List<Entry> files = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      String name =
          (random.nextBoolean() ? "ä/" : "") + "f" + i + "/" + (char) ('a' + random.nextInt(26));
      byte[] content = new byte[random.nextInt(3)];
      random.nextBytes(content);
      files.add(Entry.of(name, content.length, Sha256.of(content)));
    }
    return files;
  }

  private interface Property {
    void holds(Random random, List<Entry> files);
  }

  private interface Change {
    Entry of(Entry file);
  }
}
