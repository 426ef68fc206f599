package dev.countersign.inspect.numpy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFormatTest {
  private static final byte[] COMMAND = "cos\nsystem\n(S'id'\ntR.".getBytes(ISO_8859_1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anArrayOfNumbersTellsItsTypeAndSize(int version) throws IOException {
    Inspected inspected = inspect("a.npy", array(version, header("'<f8'", "(2, 3)"), new byte[48]));
    assertThat(inspected.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.TENSOR_TYPES, "float64")
        .containsEntry(ArtefactFact.PARAMETERS, "6");
  }

  @Test
  void objectsAreAPickleWhichIsLookedInto() throws IOException {
    assertThat(inspect("a.npy", array(1, header("'|O'", "(1,)"), COMMAND)).verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void oneFieldOfObjectsIsEnough() throws IOException {
    String fields = "[('x', '<f4', (2,)), ('y', [('z', '|O')])]";
    assertThat(inspect("a.npy", array(1, header(fields, "(1,)"), COMMAND)).verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aSecondArrayInTheSameFileIsLookedInto() throws IOException {
    byte[] both =
        join(
            array(1, header("'<i4'", "(1,)"), new byte[4]),
            array(1, header("'|O'", "()"), COMMAND));
    assertThat(inspect("a.npy", both).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aHeaderThatCallsIsNoHeader() throws IOException {
    Inspected inspected =
        inspect("a.npy", array(1, "{'descr': __import__('os').system('id')}", new byte[8]));
    assertThat(ids(inspected)).contains("npy-header-code");
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void fewerBytesThanAnnouncedAreAnError() throws IOException {
    assertThat(ids(inspect("a.npy", array(1, header("'<f8'", "(1000000000000, 9)"), new byte[8]))))
        .contains("npy-short");
    assertThat(
            ids(
                inspect(
                    "a.npy", array(1, header("'<f8'", "(4611686018427387904, 8)"), new byte[8]))))
        .contains("npy-short");
  }

  @Test
  void bytesAfterTheArrayAreLookedInto() throws IOException {
    byte[] pickle =
        "\u0080\u0002cos\nsystem\nX\u0002\u0000\u0000\u0000id\u0085R.".getBytes(ISO_8859_1);
    Inspected inspected =
        inspect("a.npy", join(array(1, header("'<i4'", "(1,)"), new byte[4]), pickle));
    assertThat(ids(inspected)).contains("npy-trailing");
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void arraysInAZipAreLookedInto() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "a.npy", array(1, header("'<u2'", "(5,)"), new byte[10]),
                "b.npy", array(1, header("'|O'", "(1,)"), COMMAND)));
    Inspected inspected = inspect("a.npz", zip);
    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
    assertThat(inspected.formats()).contains("npz");
    assertThat(inspected.facts()).containsEntry(ArtefactFact.TENSORS, "2");
  }

  @Test
  void literalsAreReadAsPythonDoes() throws Broken {
    assertThat(Literal.read("{'a': (1L, -2), \"b\": [True, None,],}"))
        .isEqualTo(Map.of("a", List.of(1L, -2L), "b", List.of(true, java.util.Optional.empty())));
    assertThat(Literal.read("'it\\'s \\x41'")).isEqualTo("it's A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "'a",
        "f(1)",
        "1+1",
        "{'a'}",
        "[1 2]",
        "'\\N{DIGIT ONE}'",
        "99999999999999999999"
      })
  void whatIsNoLiteralIsBroken(String text) {
    assertThatThrownBy(() -> Literal.read(text)).isInstanceOf(Broken.class);
  }

  @Test
  void aLiteralNestsOnlySoDeep() {
    assertThatThrownBy(() -> Literal.read("(".repeat(100_000))).isInstanceOf(Broken.class);
  }

  private static String header(String descr, String shape) {
    return "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
  }

  private static byte[] array(int version, String header, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("\u0093NUMPY".getBytes(ISO_8859_1));
    out.write(version);
    out.write(0);
    for (int i = 0; i < (version == 1 ? 2 : 4); i++) {
      out.write((header.length() + 1) >>> 8 * i);
    }
    out.writeBytes((header + "\n").getBytes(ISO_8859_1));
    out.writeBytes(data);
    return out.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return out.toByteArray();
  }

  private static List<String> ids(Inspected inspected) {
    return inspected.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private static Inspected inspect(String name, byte[] bytes) throws IOException {
    return Inspector.create().inspect(Artefact.of(name, Bytes.of(bytes)));
  }
}
