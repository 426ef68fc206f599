package dev.countersign.provenance.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.provenance.Column;
import dev.countersign.provenance.ColumnType;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableScanTest {
  private static final String CSV =
      """
      id,amount,ok,day,at,note,empty
      1,1.5,true,2026-11-27,2026-11-27T10:00:00Z,"a, ""b""
      c",
      -2,3,FALSE,2026-11-28,2026-11-27 10:00,x,
      3,4e5,true,2026-11-28,2026-11-27T10:00:00+01:00,,
      """;

  @TempDir private Path folder;

  @Test
  void csvHasRowsTypesAndMissingValues() throws IOException {
    assertThat(scan("a.csv", CSV.getBytes(UTF_8)))
        .isEqualTo(
            new Table.Read(
                TableFormat.CSV,
                3,
                List.of(
                    column("id", ColumnType.INTEGER, 0),
                    column("amount", ColumnType.NUMBER, 0),
                    column("ok", ColumnType.BOOLEAN, 0),
                    column("day", ColumnType.DATE, 0),
                    column("at", ColumnType.TIMESTAMP, 0),
                    column("note", ColumnType.TEXT, 1),
                    column("empty", ColumnType.UNKNOWN, 3)),
                List.of()));
  }

  @Test
  void unevenRowsAreANote() throws IOException {
    Table table = scan("a.csv", "a,b\n1\n1,2,3\n1,2\n".getBytes(UTF_8));
    assertThat(table)
        .isInstanceOfSatisfying(
            Table.Read.class,
            read -> {
              assertThat(read.rows()).isEqualTo(3);
              assertThat(read.notes())
                  .containsExactly("2 rows have another number of fields than the header");
            });
  }

  @Test
  void jsonLinesHaveKeysOfAllRows() throws IOException {
    String json =
        "{\"a\":1,\"b\":{\"c\":[1]}}\n{\"a\":2.5,\"b\":null,\"d\":\"x\"}\n{\"a\":3,\"d\":4}\n";
    Table expected =
        new Table.Read(
            TableFormat.JSONL,
            3,
            List.of(
                column("a", ColumnType.NUMBER, 0),
                column("b", ColumnType.OBJECT, 2),
                column("d", ColumnType.MIXED, 1)),
            List.of());
    assertThat(scan("a.jsonl", json.getBytes(UTF_8))).isEqualTo(expected);
    assertThat(scan("a.ndjson.gz", gzip(json.getBytes(UTF_8)))).isEqualTo(expected);
  }

  @Test
  void parquetHasWhatItsFooterSays() throws IOException {
    assertThat(scan("a.parquet", TinyParquet.file(42)))
        .isEqualTo(
            new Table.Read(
                TableFormat.PARQUET,
                42,
                List.of(
                    new Column("id", ColumnType.INTEGER, OptionalLong.empty()),
                    new Column("name", ColumnType.TEXT, OptionalLong.empty())),
                List.of("rows and columns are what the footer says", "0 row groups")));
  }

  @Test
  void whatIsNotWhatItsNameSaysIsUnreadable() throws IOException {
    byte[] latin = "name\nJosé\n".getBytes(ISO_8859_1);
    assertThat(scan("a.csv", latin))
        .isEqualTo(new Table.Unreadable(TableFormat.CSV, "after 0 rows: it is no UTF-8"));
    assertThat(scan("a.parquet", "no".getBytes(UTF_8)))
        .isEqualTo(new Table.Unreadable(TableFormat.PARQUET, "it is too short to be Parquet"));
    assertThat(scan("a.csv.gz", "no".getBytes(UTF_8))).isInstanceOf(Table.Unreadable.class);
    assertThat(scan("a.jsonl", "{\"a\":1}\n{\"a\"".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Table.Unreadable.class, bad -> assertThat(bad.why()).startsWith("after 1 rows: "));
  }

  @Test
  void hostileTablesAreBounded() throws IOException {
    assertThat(scan("a.csv", "x".repeat(3 << 20).getBytes(UTF_8)))
        .isInstanceOf(Table.Unreadable.class);
    assertThat(scan("a.csv", ",".repeat(1_000_000).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Table.Read.class,
            read -> {
              assertThat(read.columns()).hasSize(1024);
              assertThat(read.notes())
                  .containsExactly("of 1,000,001 columns, only the first 1,024 are told");
            });
    assertThat(scan("a.jsonl", "[".repeat(100_000).getBytes(UTF_8)))
        .isInstanceOf(Table.Unreadable.class);
    assertThat(scan("a.jsonl", keys(100_000).getBytes(UTF_8)))
        .isInstanceOfSatisfying(Table.Read.class, read -> assertThat(read.columns()).hasSize(1024));
    assertThat(scan("a.csv", new byte[100_000])).isNotNull();
  }

  /** Whatever bytes change, there is an answer, and nothing is thrown. */
  @Test
  void mutatedTablesGiveAnAnswer() throws IOException {
    Random random = new Random(4);
    byte[] csv = CSV.getBytes(UTF_8);
    mutate("a.csv", csv, 500, random);
    mutate("a.csv.gz", gzip(csv), 500, random);
    mutate("a.jsonl", "{\"a\":1,\"b\":[1,{\"c\":null}]}\n".repeat(5).getBytes(UTF_8), 500, random);
    mutate("a.parquet", TinyParquet.file(42), 1500, random);
  }

  private void mutate(String name, byte[] bytes, int rounds, Random random) throws IOException {
    for (int round = 0; round < rounds; round++) {
      byte[] mutated = bytes.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      assertThat(scan(name, mutated).format()).isNotNull();
    }
  }

  private Table scan(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return TableScan.of(name).orElseThrow().read(new ByteArrayInputStream(bytes), file);
  }

  private static Column column(String name, ColumnType type, long missing) {
    return new Column(name, type, OptionalLong.of(missing));
  }

  private static String keys(int count) {
    StringBuilder json = new StringBuilder("{\"k\":1");
    for (int i = 0; i < count; i++) {
      json.append(",\"k").append(i).append("\":1");
    }
    return json.append("}\n").toString();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
