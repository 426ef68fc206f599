package dev.countersign.inspect.paddle;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import dev.countersign.inspect.wire.Proto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddleFormatTest {
  private static Proto program(Proto operator) {
    Proto block = new Proto().number(1, 0).number(2, -1).message(4, operator);
    return new Proto().message(1, block).message(4, new Proto().number(1, 0));
  }

  private static Inspected inspect(Proto operator) throws IOException {
    return Bundle.inspect("model.pdmodel", program(operator).toBytes());
  }

  @ParameterizedTest
  @CsvSource({
    "conv2d,CLEAN",
    "feed,CLEAN",
    "py_func,MALICIOUS",
    "save_combine,MALICIOUS",
    "listen_and_serv,MALICIOUS"
  })
  void anOperatorIsJudgedByWhatItReaches(String type, Verdict verdict) throws Exception {
    assertThat(inspect(new Proto().text(3, type)).verdict()).isEqualTo(verdict);
  }

  @Test
  void textsThatAreCodeAreFoundButNotTheStackOfTheExporter() throws Exception {
    Proto attribute = new Proto().text(1, "note").number(2, 2).text(5, "os.system('id')");
    assertThat(rules(inspect(new Proto().text(3, "relu").message(4, attribute))))
        .containsExactly("paddle-text");
    Proto stack =
        new Proto().text(1, "op_callstack").number(2, 5).text(8, "  exec('x'); os.system('id')");
    assertThat(inspect(new Proto().text(3, "relu").message(4, stack)).findings()).isEmpty();
  }

  @Test
  void aProgramIsRecognisedByWhatIsInIt() throws Exception {
    assertThat(
            Bundle.inspect("__model__", program(new Proto().text(3, "py_func")).toBytes())
                .verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void whatIsNoProgramIsAnErrorAndItsTextIsLookedThrough() throws Exception {
    assertThat(Bundle.verdict("model.pdmodel", "os.system('ls')")).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(Bundle.verdict("model.pdmodel", "nothing")).isEqualTo(Verdict.ERROR);
  }

  private static byte[] parameters(long... shape) {
    Proto description = new Proto().number(1, 5);
    for (long dimension : shape) {
      description.number(2, dimension);
    }
    byte[] message = description.toBytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(16, message.length).array());
    out.writeBytes(message);
    out.writeBytes(new byte[24]);
    return out.toByteArray();
  }

  @Test
  void parametersAreCounted() throws Exception {
    Inspected found = Bundle.inspect("model.pdiparams", parameters(2, 3));
    assertThat(found.findings()).isEmpty();
    assertThat(found.facts()).containsEntry(ArtefactFact.PARAMETERS, "6");
  }

  @Test
  void parametersThatLieAreFound() throws Exception {
    assertThat(Bundle.inspect("model.pdiparams", parameters(2, 4)).verdict())
        .isEqualTo(Verdict.ERROR);
    assertThat(rules(Bundle.inspect("model.pdiparams", parameters(1L << 40, 1L << 40))))
        .contains("paddle-parameter-range");
    assertThat(Bundle.verdict("bad.pdiparams", "padding import os\nos.system('rm -rf /')"))
        .isEqualTo(Verdict.SUSPICIOUS);
  }
}
