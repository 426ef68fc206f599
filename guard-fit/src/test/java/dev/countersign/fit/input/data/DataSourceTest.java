package dev.countersign.fit.input.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of tables, and what is refused. */
class DataSourceTest {
  @TempDir Path folder;

  @Test
  void aTableOfNumbersAndTexts() throws Exception {
    Path file = text("t.csv", "age, job\n39, sales\n?,\"law\"\n50.5, ?\n");
    Table table = read(file, Set.of());
    assertThat(table.columns()).extracting(Table.Column::numeric).containsExactly(true, false);
    assertThat(table.columns().get(1).texts()).containsExactly("sales", "law");
    assertThat(table.rows()).hasSize(3);
  }

  @Test
  void whatIsIgnoredIsNotThere() throws Exception {
    Table table = read(text("t.csv", "id,age\n1,39\n"), Set.of("id"));
    assertThat(table.columns()).extracting(Table.Column::name).containsExactly("age");
    refused(
        text("u.csv", "id,age\n1,39\n"),
        Set.of("ids"),
        "there is no column 'ids'. There are: id, age.");
  }

  @Test
  void semicolonsAndTabsDivideToo() throws Exception {
    assertThat(read(text("t.csv", "a;b\n1;2\n"), Set.of()).columns()).hasSize(2);
    assertThat(read(text("t.tsv", "a\tb\n1\t2\n"), Set.of()).columns()).hasSize(2);
  }

  @Test
  void aFirstLineOfDataIsNotTakenForNames() throws Exception {
    Path file = text("t.csv", "39,sales\n40,law\n");
    refused(file, Set.of(), "say --no-header");
    Table table = Table.read(DataSource.of(file, false), Set.of(), Set.of(), 1);
    assertThat(table.columns()).extracting(Table.Column::name).containsExactly("1", "2");
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void aLineWithAnotherNumberOfValuesIsNamed() throws Exception {
    refused(text("t.csv", "a,b\n1,2\n3\n"), Set.of(), "line 3 has 1 values");
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    Path file = folder.resolve("t.csv");
    Files.write(file, new byte[] {'a', ',', 'b', '\n', (byte) 0xff, (byte) 0xfe, ',', '1', '\n'});
    refused(file, Set.of(), "UTF-8");
    refused(text("empty.csv", ""), Set.of(), "no rows");
    refused(text("t.xls", "a"), Set.of(), "an ending that is not known");
    refused(folder.resolve("none.csv"), Set.of(), "is no file");
  }

  @Test
  void javaNumbersThatPeopleDoNotWriteAreTexts() throws Exception {
    Table table = read(text("t.csv", "a,b,c\n1d,0x1p3,1e3\n2,3,4\n"), Set.of());
    assertThat(table.columns())
        .extracting(Table.Column::numeric)
        .containsExactly(false, false, true);
  }

  @Test
  void arraysOfNumPyInTheTypesThatDataHave() throws Exception {
    ByteBuffer floats = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    floats.asFloatBuffer().put(new float[] {1, 2, 3, 4, 5, 6.5f});
    assertThat(values(npy(1, "'<f4'", "(2, 3)", floats.array())))
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.5);
    ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.BIG_ENDIAN);
    doubles.asDoubleBuffer().put(new double[] {1.5, -2});
    assertThat(values(npy(2, "'>f8'", "(2,)", doubles.array()))).containsExactly(1.5, -2.0);
    assertThat(values(npy(3, "'|u1'", "(1, 2, 2)", new byte[] {1, 2, 3, -1})))
        .containsExactly(1.0, 2.0, 3.0, 255.0);
  }

  @Test
  void arraysThatLieAreRefused() throws Exception {
    refused(npy(1, "'<f4'", "(1000000000, 3)", new byte[24]), Set.of(), "ends before the last row");
    refused(npy(1, "'<f4'", "(2, 999999999999)", new byte[24]), Set.of(), "numbers a row");
    refused(npy(1, "'<f4'", "(99999999999999999999999, 3)", new byte[24]), Set.of(), "has no rows");
    refused(npy(1, "'|O'", "(2, 3)", new byte[24]), Set.of(), "no plain numbers");
    refused(npy(1, "'<c8'", "(2, 3)", new byte[48]), Set.of(), "type c8");
    refused(npy(9, "'<f4'", "(2, 3)", new byte[24]), Set.of(), "version 9");
    Path file = folder.resolve("x.npy");
    Files.write(file, new byte[] {1, 2, 3});
    refused(file, Set.of(), "no array");
  }

  @Test
  void whatIsNoParquetIsRefused() throws Exception {
    Path file = folder.resolve("x.parquet");
    Files.write(file, "PAR1 and not much more PAR1".getBytes(StandardCharsets.US_ASCII));
    refused(file, Set.of(), "cannot be read as Parquet");
  }

  private Table read(Path file, Set<String> ignored) throws Exception {
    return Table.read(DataSource.of(file, true), ignored, Set.of(), 1);
  }

  private void refused(Path file, Set<String> ignored, String message) {
    assertThatThrownBy(() -> read(file, ignored))
        .isInstanceOf(UnreadableData.class)
        .hasMessageContaining(message);
  }

  private List<Double> values(Path file) throws Exception {
    DataSource source = DataSource.of(file, true);
    int width = source.columns().size();
    List<Double> values = new ArrayList<>();
    source.read(cells -> {
      for (int i = 0; i < width; i++) {
        values.add(cells.number(i));
      }
    });
    return values;
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path npy(int version, String type, String shape, byte[] data) throws IOException {
    String header = "{'descr': %s, 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    length.put(0, (byte) header.length());
    out.write(length.array());
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(data);
    return Files.write(folder.resolve("a.npy"), out.toByteArray());
  }
}
