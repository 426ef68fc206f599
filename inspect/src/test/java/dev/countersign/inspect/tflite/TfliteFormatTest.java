package dev.countersign.inspect.tflite;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static dev.countersign.inspect.wire.FlatWriter.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import dev.countersign.inspect.wire.FlatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TfliteFormatTest {
  private static final Map<Integer, Object> BUFFER = table(0, new byte[16]);

  private static Map<Integer, Object> tensor(int buffer, int... shape) {
    return table(0, shape, 1, (byte) 0, 2, buffer, 3, "x");
  }

  private static Map<Integer, Object> subgraph(Map<Integer, Object> tensor, int opcode, int input) {
    Map<Integer, Object> operator = table(0, opcode, 1, new int[] {input}, 2, new int[] {0});
    return table(
        0, List.of(tensor), 1, new int[] {0}, 2, new int[] {0}, 3, List.of(operator), 4, "main");
  }

  private static Map<Integer, Object> model(Map<Integer, Object> code, Map<Integer, Object> graph) {
    return table(0, 3, 1, List.of(code), 2, List.of(graph), 3, "MLIR", 4, List.of(table(), BUFFER));
  }

  private static Inspected inspect(Map<Integer, Object> model) throws IOException {
    return Bundle.inspect("model.tflite", FlatWriter.write("TFL3", model));
  }

  private static Inspected custom(String name) throws IOException {
    return inspect(model(table(0, (byte) 32, 1, name), subgraph(tensor(1, 4), 0, 0)));
  }

  @Test
  void aModelOfBuiltInOperatorsIsCleanAndTellsOfItself() throws Exception {
    Inspected found = inspect(model(table(3, 1), subgraph(tensor(1, 2, 2), 0, 0)));
    assertThat(found.findings()).isEmpty();
    assertThat(found.facts())
        .containsEntry(ArtefactFact.INPUTS, "x: float32[2, 2]")
        .containsEntry(ArtefactFact.PARAMETERS, "4")
        .containsEntry(ArtefactFact.NAME, "main");
  }

  @ParameterizedTest
  @CsvSource({
    "TFLite_Detection_PostProcess,CLEAN",
    "FlexConv2D,CLEAN",
    "FlexReadFile,MALICIOUS",
    "FlexWriteFile,MALICIOUS",
    "FlexPyFunc,MALICIOUS",
    "my_custom_op,SUSPICIOUS",
  })
  void aCustomOperatorIsJudgedByWhoShipsIt(String name, Verdict verdict) throws Exception {
    assertThat(custom(name).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"7,0,0", "0,0,9", "0,0,-2", "0,5,0"})
  void anIndexThatNamesNothingIsMalicious(int opcode, int buffer, int input) throws Exception {
    Inspected found = inspect(model(table(3, 1), subgraph(tensor(buffer, 4), opcode, input)));
    assertThat(rules(found)).contains("tflite-index");
    assertThat(found.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void anArgumentThatIsLeftOutIsFine() throws Exception {
    assertThat(inspect(model(table(3, 1), subgraph(tensor(1, 4), 0, -1))).findings()).isEmpty();
  }

  @Test
  void aTensorLargerThanItsDataIsFound() throws Exception {
    assertThat(rules(inspect(model(table(3, 1), subgraph(tensor(1, 1000), 0, 0)))))
        .containsExactly("tflite-tensor-size");
    assertThat(rules(inspect(model(table(3, 1), subgraph(tensor(1, -4), 0, 0)))))
        .containsExactly("tflite-tensor-size");
  }

  @Test
  void aBufferOutsideOfTheFileIsMalicious() throws Exception {
    Map<Integer, Object> model = model(table(3, 1), subgraph(tensor(0, 4), 0, 0));
    model.put(4, List.of(table(), table(1, 100_000L, 2, 16L)));
    assertThat(rules(inspect(model))).containsExactly("tflite-out-of-range");
    model.put(4, List.of(table(), table(1, 16L, 2, Long.MAX_VALUE)));
    assertThat(rules(inspect(model))).containsExactly("tflite-out-of-range");
  }

  @Test
  void metadataIsLookedInto() throws Exception {
    Map<Integer, Object> model = model(table(3, 1), subgraph(tensor(1, 4), 0, 0));
    model.put(4, List.of(table(), BUFFER, table(0, "import os; os.system('id')")));
    model.put(6, List.of(table(0, "note", 1, 2)));
    assertThat(rules(inspect(model))).containsExactly("tflite-text");
    model.put(6, List.of(table(0, "note", 1, 99)));
    assertThat(rules(inspect(model))).containsExactly("tflite-index");
  }

  @Test
  void labelsInAZipBehindTheModelAreFineAndLookedInto() throws Exception {
    byte[] model = FlatWriter.write("TFL3", model(table(3, 1), subgraph(tensor(1, 4), 0, 0)));
    assertThat(Bundle.inspect("model.tflite", with(model, "labels.txt", "cat\ndog\n")).verdict())
        .isEqualTo(Verdict.CLEAN);
    assertThat(
            Bundle.inspect("model.tflite", with(model, "x.pkl", "cos\nsystem\n(S'id'\ntR."))
                .verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  /** A model with a zip of one file behind it, as the writer of metadata leaves it. */
  private static byte[] with(byte[] model, String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(model);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void bytesThatAreWrongAnywhereNeverBreakTheReader() throws Exception {
    byte[] good = FlatWriter.write("TFL3", model(table(3, 1), subgraph(tensor(1, 4), 0, 0)));
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j < 3; j++) {
        bad[8 + random.nextInt(bad.length - 8)] = (byte) random.nextInt();
      }
      Inspected found =
          Bundle.inspect("model.tflite", Arrays.copyOf(bad, 8 + random.nextInt(bad.length)));
      assertThat(rules(found)).doesNotContain("reader-failed");
    }
  }
}
