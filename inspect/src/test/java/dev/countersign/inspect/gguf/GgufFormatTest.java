package dev.countersign.inspect.gguf;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GgufFormatTest {
  private static Inspected inspect(byte[] file) throws IOException {
    return Bundle.inspect("model.gguf", file);
  }

  private static Inspected entry(String key, String value) throws IOException {
    return inspect(Gguf.of(0, 1).entry(key, value).toBytes());
  }

  @ParameterizedTest
  @CsvSource({"1,false", "2,false", "3,false", "3,true"})
  void everyVersionAndOrderOfBytesIsRead(int version, boolean big) throws Exception {
    ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    byte[] file =
        Gguf.of(version, order, 2, 5)
            .entry("general.architecture", "llama")
            .entry("general.name", "Fraud 7B")
            .entry("general.file_type", 15)
            .entry("llama.context_length", 8192)
            .text("tokenizer.ggml.tokens")
            .u32(9)
            .u32(8)
            .count(2)
            .text("<s>")
            .text("os.system('id')")
            .tensor("a", 0, 0, 8)
            .tensor("b", 12, 32, 256)
            .data(32 + 144);
    Inspected found = inspect(file);
    assertThat(found.findings()).isEmpty();
    assertThat(found.facts())
        .containsEntry(ArtefactFact.ARCHITECTURE, "llama")
        .containsEntry(ArtefactFact.NAME, "Fraud 7B")
        .containsEntry(ArtefactFact.QUANTISATION, "Q4_K_M")
        .containsEntry(ArtefactFact.CONTEXT_LENGTH, "8192")
        .containsEntry(ArtefactFact.VOCABULARY, "2")
        .containsEntry(ArtefactFact.TENSORS, "2")
        .containsEntry(ArtefactFact.PARAMETERS, "264")
        .containsEntry(ArtefactFact.TENSOR_TYPES, "Q4_K, F32");
  }

  @Test
  void everyTypeOfMetadataIsRead() throws Exception {
    Gguf file = Gguf.of(0, 13);
    int[] sizes = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    for (int type = 0; type < sizes.length; type++) {
      file.text("k" + type).u32(type);
      for (int i = 0; i < sizes[type]; i++) {
        file.u8(i == 0 ? 1 : 0);
      }
      if (type == 8) {
        file.text("text");
      } else if (type == 9) {
        file.u32(9).u64(2).u32(5).u64(1).u32(7).u32(8).u64(1).text("nested");
      }
    }
    assertThat(inspect(file.toBytes()).findings()).isEmpty();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of("entries", Gguf.of(0, 1L << 31)),
        Arguments.of("negative entries", Gguf.of(0, -1)),
        Arguments.of("tensors", Gguf.of(1L << 31, 0)),
        Arguments.of("tensors whose size wraps", Gguf.of(1L << 61, 0)),
        Arguments.of("a key", Gguf.of(0, 1).u64(1L << 31).u64(0)),
        Arguments.of("a key of 2^64-1", Gguf.of(0, 1).u64(-1).u64(0)),
        Arguments.of("a text", Gguf.of(0, 1).text("k").u32(8).u64(-1).u64(0)),
        Arguments.of("an array", Gguf.of(0, 1).text("k").u32(9).u32(4).u64(1L << 62).u64(0)),
        Arguments.of("an array of texts", Gguf.of(0, 1).text("k").u32(9).u32(8).u64(-8).u64(0)),
        Arguments.of("dimensions", Gguf.of(1, 0).text("t").u32(1000).u64(0).u64(0)));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aCountThatNoFileOfThisSizeHoldsIsMalicious(String what, Gguf file) throws Exception {
    Inspected found = inspect(file.toBytes());
    assertThat(rules(found)).as(what).contains("gguf-lie");
    assertThat(found.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void arraysInArraysWithoutEndAreMalicious() throws Exception {
    Gguf file = Gguf.of(0, 1).text("k").u32(9);
    for (int i = 0; i < 50_000; i++) {
      file.u32(9).u64(1);
    }
    assertThat(rules(inspect(file.toBytes()))).contains("gguf-lie");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gguf-overflow; 0; 0; 4294967296,4294967296",
        "gguf-overflow; 0; 0; -1,8",
        "gguf-overflow; 0; -32; 8",
        "gguf-overflow; 0; 9223372036854775776; 8",
        "gguf-overflow; 0; 0; 1,1,1,1,1",
        "gguf-out-of-range; 0; 0; 1000",
        "gguf-out-of-range; 0; 64; 8",
        "gguf-type; 99; 0; 8",
        "gguf-no-type; 999; 0; 8",
        "gguf-unaligned; 0; 4; 8",
      })
  void aTensorThatLiesIsFound(String rule, int type, long offset, String shape) throws Exception {
    long[] dimensions = Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
    byte[] file = Gguf.of(1, 0).tensor("t", type, offset, dimensions).data(64);
    assertThat(rules(inspect(file))).containsExactly(rule);
  }

  @Test
  void tensorsThatShareBytesOrANameAreFound() throws Exception {
    byte[] shared = Gguf.of(2, 0).tensor("a", 0, 0, 16).tensor("b", 0, 32, 8).data(64);
    assertThat(rules(inspect(shared))).containsExactly("gguf-overlap");
    byte[] twice = Gguf.of(2, 0).tensor("a", 0, 0, 8).tensor("a", 0, 32, 8).data(64);
    assertThat(rules(inspect(twice))).containsExactly("gguf-duplicate");
    byte[] longName = Gguf.of(1, 0).tensor("a".repeat(64), 0, 0, 8).data(32);
    assertThat(rules(inspect(longName))).containsExactly("gguf-name");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 0xFFFFFFFFL})
  void anAlignmentThatIsNoPowerOfTwoIsFound(long alignment) throws Exception {
    byte[] file = Gguf.of(1, 1).entry("general.alignment", alignment).tensor("a", 0, 0, 8).data(64);
    assertThat(rules(inspect(file))).contains("gguf-alignment");
  }

  @Test
  void aTemplateThatReachesTheInterpreterIsMalicious() throws Exception {
    assertThat(entry("tokenizer.chat_template", "{{ ''.__class__ }}").verdict())
        .isEqualTo(Verdict.MALICIOUS);
    assertThat(entry("tokenizer.chat_template.tool_use", "{{ ''.__class__ }}").verdict())
        .isEqualTo(Verdict.MALICIOUS);
    assertThat(entry("tokenizer.chat_template", "{{ messages[0].content }}").verdict())
        .isEqualTo(Verdict.CLEAN);
  }

  @Test
  void metadataThatIsNoDescriptionIsSuspicious() throws Exception {
    assertThat(rules(entry("command", "rm -rf /"))).containsExactly("gguf-metadata");
    assertThat(rules(entry("../../../etc/passwd", "root"))).containsExactly("gguf-key");
    byte[] twice = Gguf.of(0, 2).entry("k", "a").entry("k", "b").toBytes();
    assertThat(rules(inspect(twice))).containsExactly("gguf-duplicate");
  }

  @Test
  void aFileThatIsCutShortIsAnError() throws Exception {
    byte[] file = Gguf.of(0, 2).entry("general.name", "x").entry("a", "bcdefghijkl").toBytes();
    for (int length = 5; length < file.length; length++) {
      assertThat(inspect(Arrays.copyOf(file, length)).verdict())
          .as("cut to %d bytes", length)
          .isEqualTo(Verdict.ERROR);
    }
  }

  @Test
  void whatCameBeforeGgufIsNamed() throws Exception {
    byte[] ggml = new byte[32];
    System.arraycopy(new byte[] {'t', 'j', 'g', 'g', 3, 0, 0, 0, 0, 125}, 0, ggml, 0, 10);
    Inspected found = Bundle.inspect("model.bin", ggml);
    assertThat(rules(found)).containsExactly("ggml-legacy");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.FORMAT_VERSION, "ggjt 3")
        .containsEntry(ArtefactFact.VOCABULARY, "32000");
    Arrays.fill(ggml, 8, 12, (byte) 0x7F);
    assertThat(Bundle.inspect("model.bin", ggml).verdict()).isEqualTo(Verdict.MALICIOUS);
  }
}
