package dev.countersign.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String A = Sha256.of("a".getBytes(UTF_8));
  private static final String B = Sha256.of("b".getBytes(UTF_8));

  @Test
  void theDigestOfNothingIsThatOfItsHeader() {
    assertThat(Manifest.of("none", List.of()).digest())
        .isEqualTo(Sha256.of("countersign.dev/tree/v1\n".getBytes(UTF_8)));
  }

  /** The bytes of the page docs/dataset-provenance.md, put together once more. */
  @Test
  void theDigestIsWhatThePageSays() {
    HexFormat hex = HexFormat.of();
    byte[] expected =
        hex.parseHex(
            hex.formatHex("countersign.dev/tree/v1\n".getBytes(UTF_8))
                + ("00000001" + "62" + "0000000000000005" + B)
                + ("00000002" + "c3a4" + "0000000000000001" + A));
    Manifest manifest = Manifest.of("two", List.of(Entry.of("ä", 1, A), Entry.of("b", 5, B)));
    assertThat(manifest.digest()).isEqualTo(Sha256.of(expected));
  }

  @Test
  void partsOfAnySplitMergeToTheDigestOfTheWhole() throws ManifestConflict {
    Random random = new Random(20261127);
    for (int round = 0; round < 200; round++) {
      List<Entry> all = entries(random, 1 + random.nextInt(60));
      Manifest whole = Manifest.of("whole", all);
      List<Manifest> parts = split(all, 1 + random.nextInt(5), random);
      Collections.shuffle(parts, random);
      Manifest merged = parts.getFirst();
      for (Manifest part : parts.subList(1, parts.size())) {
        merged = merged.merge(part);
      }
      assertThat(merged.digest()).isEqualTo(whole.digest());
      assertThat(merged.entries()).isEqualTo(whole.entries());
    }
  }

  @Test
  void aConflictOfPartsNamesTheFile() {
    Manifest one = Manifest.of("d", List.of(Entry.of("x/y", 1, A)));
    Manifest other = Manifest.of("d", List.of(Entry.of("x/y", 1, B)));
    assertThatThrownBy(() -> one.merge(other))
        .isInstanceOf(ManifestConflict.class)
        .hasMessageContaining("\"x/y\" is in both parts with different content");
  }

  @Test
  void swappedNamesGiveAnotherDigest() {
    Manifest one = Manifest.of("d", List.of(Entry.of("x", 1, A), Entry.of("y", 1, B)));
    Manifest other = Manifest.of("d", List.of(Entry.of("x", 1, B), Entry.of("y", 1, A)));
    assertThat(one.digest()).isNotEqualTo(other.digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".", "a\\b", "a\0b", "\uD800"})
  void namesThatLeadElsewhereAreRefused(String name) {
    assertThatThrownBy(() -> Entry.of(name, 1, A)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEntryTwiceIsRefused() {
    Entry entry = Entry.of("a", 1, A);
    assertThatThrownBy(() -> Manifest.of("d", List.of(entry, entry)))
        .hasMessage("\"a\" is there twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\":2}",
        "{\"version\":1,\"dataset\":\"d\",\"digest\":\"\"}",
        "{\"version\":1,\"version\":1}",
        "{\"version\":1,\"dataset\":\"d\",\"digest\":\"00\",\"entries\":[]}",
        "{\"version\":1,\"extra\":1}",
        "{\"version\":1,\"entries\":[{\"name\":\"../a\",\"bytes\":1,\"sha256\":\"00\"}]}",
        "{\"version\":1,\"entries\":[{\"name\":\"a\",\"bytes\":-1}]}",
        "{\"version\":1,\"entries\":[{\"name\":\"a\",\"bytes\":99999999999999999999}]}",
        "{\"version\":1,\"entries\":[",
      })
  void whatIsNoManifestIsRefused(String json) {
    assertThatThrownBy(() -> ManifestJson.read(new ByteArrayInputStream(json.getBytes(UTF_8))))
        .isInstanceOf(MalformedManifest.class);
  }

  /** Whatever bytes change, a manifest is refused or has a digest that fits its entries. */
  @Test
  void mutatedManifestsAreRefusedOrWhole() {
    byte[] json = ManifestJson.write(DatasetStatementTest.manifest());
    Random random = new Random(4);
    for (int round = 0; round < 3000; round++) {
      byte[] mutated = json.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        Manifest read = ManifestJson.read(new ByteArrayInputStream(mutated));
        assertThat(read.digest()).isEqualTo(TreeDigest.of(read.entries()));
      } catch (MalformedManifest refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
  }

  private static List<Entry> entries(Random random, int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(
                i -> Entry.of(name(random) + i, random.nextInt(1000), random.nextBoolean() ? A : B))
            .toList());
  }

  private static String name(Random random) {
    String letters = "aZ~éß日\uFFFD";
    String name = String.valueOf(letters.charAt(random.nextInt(letters.length())));
    return random.nextInt(4) == 0 ? name + "\uD83D\uDE00/" : name;
  }

  private static List<Manifest> split(List<Entry> all, int parts, Random random) {
    List<List<Entry>> split = new ArrayList<>();
    IntStream.range(0, parts).forEach(i -> split.add(new ArrayList<>()));
    all.forEach(entry -> split.get(random.nextInt(parts)).add(entry));
    return new ArrayList<>(split.stream().map(part -> Manifest.of("whole", part)).toList());
  }
}
