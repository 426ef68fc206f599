package dev.countersign.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DatasetStatementTest {
  private static final String SHA = Sha256.of("a".getBytes(StandardCharsets.UTF_8));

  @Test
  void aManifestIsReadAsItWasWritten() throws MalformedManifest {
    Manifest manifest = manifest();
    byte[] json = ManifestJson.write(manifest);
    assertThat(ManifestJson.read(new ByteArrayInputStream(json))).isEqualTo(manifest);
  }

  @Test
  void aStatementIsReadAsItWasWritten() throws MalformedManifest {
    DatasetStatement inline = DatasetStatement.inline(manifest(), description());
    assertThat(DatasetStatement.of(inline.toStatement())).isEqualTo(inline);
    DatasetStatement beside =
        DatasetStatement.beside(manifest(), "transactions.manifest.json", SHA, Description.NONE);
    assertThat(DatasetStatement.of(beside.toStatement())).isEqualTo(beside);
  }

  @Test
  void aManifestInWhichNamesMovedIsRefused() {
    String moved =
        new String(ManifestJson.write(manifest()), StandardCharsets.UTF_8)
            .replace("b.jsonl", "c.jsonl");
    assertThatThrownBy(() ->
            ManifestJson.read(new ByteArrayInputStream(moved.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(MalformedManifest.class)
        .hasMessage("the manifest: the digest is not that of the entries");
  }

  static Manifest manifest() {
    Table csv =
        new Table.Read(
            TableFormat.CSV,
            3,
            List.of(new Column("amount", ColumnType.NUMBER, OptionalLong.of(1))),
            List.of("a note"));
    Table jsonl = new Table.Unreadable(TableFormat.JSONL, "line 2 is no object");
    return Manifest.of(
        "transactions",
        List.of(
            Entry.sharded("large.bin", Shards.SIZE + 1, Collections.nCopies(2, SHA)),
            Entry.of("b.jsonl", 5, SHA).with(jsonl),
            Entry.of("a.csv", 7, SHA).with(csv)));
  }

  static Description description() {
    Transformation clean =
        new Transformation(
            "clean",
            Optional.of("clean.py 1.2"),
            new TreeMap<>(Map.of("min", "3")),
            Optional.of(SHA),
            List.of(new Input("raw", SHA)));
    return new Description(
        List.of(new Source("core banking", Optional.of("https://bank.example/x"), "a")),
        Optional.of("nightly export"),
        List.of("etl"),
        Optional.of(new Labels("chargebacks after 90 days", List.of("fraud team"))),
        Optional.of("CC-BY-4.0"),
        Optional.of("personal"),
        Optional.of(new TimeRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30))),
        List.of(clean),
        Optional.of(Instant.parse("2026-11-27T05:00:00Z")),
        List.of("*.csv"));
  }
}
