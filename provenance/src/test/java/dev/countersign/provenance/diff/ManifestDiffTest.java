package dev.countersign.provenance.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.provenance.Description;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Source;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ManifestDiffTest {
  private static final Manifest BEFORE =
      Manifest.of(
          "d",
          List.of(
              file("shop/a.csv", "1", 10),
              file("shop/b.csv", "2", 20),
              file("web/c.csv", "3", 30),
              file("web/d.csv", "4", 40),
              file("notes.txt", "5", 0)));
  private static final Manifest AFTER =
      Manifest.of(
          "d",
          List.of(
              file("shop/a.csv", "1", 10),
              file("shop/b.csv", "2 and more", 25),
              file("web/e.csv", "6", 7),
              file("web/moved.csv", "4", 40),
              file("notes.txt", "5", 0)));

  @Test
  void filesAndRowsAreToldBySource() {
    Description said = said(source("the shop", "shop/"), source("the web", "web/"));
    Map<String, List<Change>> bySource =
        ManifestDiff.of(BEFORE, AFTER).by(name -> Sources.of(name, said, Description.NONE));
    assertThat(bySource).containsOnlyKeys("the shop", "the web");
    assertThat(Sum.of(bySource.getOrDefault("the shop", List.of())))
        .isEqualTo(new Sum(0, 0, 1, 0, OptionalLong.of(5), OptionalLong.of(0)));
    assertThat(Sum.of(bySource.getOrDefault("the web", List.of())))
        .isEqualTo(new Sum(1, 1, 0, 1, OptionalLong.of(7), OptionalLong.of(30)));
  }

  @Test
  void theLongestBeginningDecidesAndWhatNobodyClaimsHasNoSource() {
    Description said = said(source("all", "web/"), source("one", "web/c"));
    assertThat(Sources.of("web/c.csv", said, Description.NONE)).isEqualTo("one");
    assertThat(Sources.of("web/d.csv", said, Description.NONE)).isEqualTo("all");
    assertThat(Sources.of("notes.txt", said, Description.NONE)).isEqualTo(Sources.UNKNOWN);
  }

  @Test
  void whereARowWasNotCountedNoSumIsClaimed() {
    Manifest uncounted = Manifest.of("d", List.of(Entry.of("x", 1, Sha256.of(new byte[1]))));
    assertThat(Sum.of(ManifestDiff.of(BEFORE, uncounted).changes()).rowsAdded()).isEmpty();
  }

  private static Entry file(String name, String content, long rows) {
    byte[] bytes = content.getBytes(UTF_8);
    return Entry.of(name, bytes.length, Sha256.of(bytes))
        .with(new Table.Read(TableFormat.CSV, rows, List.of(), List.of()));
  }

  private static Source source(String name, String under) {
    return new Source(name, Optional.empty(), under);
  }

  private static Description said(Source... sources) {
    return new Description(
        List.of(sources),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
