package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.inspect;
import static dev.countersign.inspect.pickle.Assembler.pickle;
import static dev.countersign.inspect.pickle.Assembler.protocol;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {
  static Stream<byte[]> pickles() {
    return Stream.of(
        pickle().op(Op.NONE).stop(),
        pickle().lines(Op.INT, "5").stop(),
        pickle().op(Op.MARK).lines(Op.INT, "5").op(Op.LIST).stop(),
        pickle().op(Op.EMPTY_DICT).op(Op.BINPUT, 0).stop(),
        pickle().global("os", "system").calledWith("id").stop(),
        pickle()
            .op(Op.NONE)
            .op(Op.POP)
            .op(Op.NONE)
            .op(Op.POP)
            .global("os", "system")
            .calledWith("id")
            .stop(),
        pickle().op(Op.MARK).lines(Op.STRING, "'id'").lines(Op.INST, "os", "system").stop(),
        pickle().op(Op.FRAME, 1, 0, 0, 0, 0, 0, 0, 0).op(Op.NONE).stop(),
        protocol(0).op(Op.NONE).stop(),
        protocol(5).op(Op.EMPTY_LIST).stop(),
        protocol(4).bytes(new byte[100_000]).op(Op.TUPLE1).stop());
  }

  @ParameterizedTest
  @MethodSource("pickles")
  void aPickleIsOneWhateverItsName(byte[] pickle) {
    assertThat(inspect("README", pickle).formats()).contains("pickle");
    assertThat(inspect("weights.bin", pickle).formats()).contains("pickle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [1, 2]}",
        "[1, 2, 3]",
        "Lorem ipsum dolor sit amet.\n",
        "I have 3 apples.\nYou have none.\n",
        "I 5\nbut not more.\n",
        "import os\nos.system('id')\n",
        "cat\ndog\nfish\n",
        "cos\nsystem\nsin\n",
        "id,name\n1,a\n",
        "1.5 2.5\n3.5 4.5\n",
        "(a)\n(b)\n",
        "PK is a format.\nSo is this.\n",
        "S 'a'\n.",
        "None.\n",
        "BM is what images begin with",
        "GIF89a",
        "\u0089PNG\r\n\u001a\n",
        "<?xml version=\"1.0\"?>",
        "# a comment\n",
        "Very\nold\ntext.\n",
        "F is a letter\n",
        ".gitignore\n",
        "N",
      })
  void textIsNoPickle(String text) {
    assertThat(inspect("notes", text.getBytes(UTF_8)).formats()).doesNotContain("pickle");
  }

  @Test
  void randomNumbersAreNoPickleThatDoesAnything() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[200];
      random.nextBytes(bytes);
      assertThat(inspect("weights.bin", bytes).findings())
          .noneMatch(finding ->
              finding.rule().id().startsWith("pickle-")
                  && finding.rule().verdict() != Verdict.CLEAN);
    }
  }
}
