package dev.countersign.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, reading it gives a model or located problems that print safely. */
class ReaderFuzzTest {
  private static final String VALID =
      YamlText.shuffled(RandomSystem.of(3), new Random(3)).replaceFirst("\n", " # ü 支\n");

  private static final String SHORT =
      """
      countersign: 1
      system: { id: demo, purpose: "Declines – payments\\u00e9." }
      actors: { cardholder: customer, merchant: { trust: partner } } # é
      datasets:
        transactions:
          writers: [cardholder, anyone]
          labels: { from: 'it''s refunds', writers: none }
      models:
        m: { task: ranking, trained-on: &d [transactions], files: a/*.onnx }
        n: { task: ranking, trained-on: *d }
      decisions:
        d: { by: m, volume: 10/h, if-wrong: { financial: 20..40 EUR } }
      controls:
        model-signing@m:
          document: >-
            a.md
      resolutions:
        ? evasion@m
        : accepted: { by: Board, until: 2027-06-30 }
      """;

  @TempDir Path folder;

  @Test
  void theFileThatIsCutOffIsValidAsAWhole() {
    assertThat(read(SHORT.getBytes(UTF_8)).problems()).isEmpty();
  }

  @Test
  void randomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] content = new byte[random.nextInt(200)];
      random.nextBytes(content);
      read(content);
    }
  }

  @Test
  void randomSyntax() {
    String signs = "{}[]:,-?|>&*!%@#'\"\\ \n\t ~<=.a1é\r\0";
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      read(text.toString().getBytes(UTF_8));
    }
  }

  @Test
  void aValidFileCutOffAnywhere() {
    byte[] whole = SHORT.getBytes(UTF_8);
    for (int end = 0; end < whole.length; end++) {
      read(Arrays.copyOf(whole, end));
    }
  }

  @Test
  void aValidFileWithBytesChanged() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      byte[] content = VALID.getBytes(UTF_8);
      for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      read(content);
    }
  }

  @Test
  void aValidFileWithLinesMovedAbout() {
    Random random = new Random(5);
    List<String> lines = VALID.lines().toList();
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 40; line++) {
        text.append(lines.get(random.nextInt(lines.size()))).append('\n');
      }
      read(text.toString().getBytes(UTF_8));
    }
  }

  @Test
  void aValueOfAnyTypeAnywhere() {
    for (int seed = 0; seed < 300; seed++) {
      read(YamlText.of(Mutation.any(RandomSystem.of(seed % 10), new Random(seed))).getBytes(UTF_8));
    }
  }

  @Test
  void otherEncodings() {
    for (Charset charset : List.of(ISO_8859_1, UTF_16LE, UTF_16BE, Charset.forName("UTF-32"))) {
      byte[] content = VALID.getBytes(charset);
      for (int end = Math.max(0, content.length - 5); end <= content.length; end++) {
        assertThat(read(Arrays.copyOf(content, end)).model()).as("%s", charset).isEmpty();
      }
    }
  }

  @Test
  void filesThatIncludeEachOtherEndlessly() {
    for (int i = 0; i < 10; i++) {
      TestFiles.write(
          folder,
          "i" + i + ".yaml",
          "include: [i%d.yaml, i%d.yaml]".formatted((i + 1) % 10, (i + 3) % 10));
    }
    TestFiles.write(folder, "many.yaml", "include: [" + "x.yaml, ".repeat(50_000) + "]");

    assertThat(read("include: [i0.yaml, many.yaml]".getBytes(UTF_8)).problems()).isNotEmpty();
  }

  /** Never longer than this, on any machine: the bound against a hang, not a measurement. */
  private ModelReader.Result read(byte[] content) {
    Path file = TestFiles.write(folder, "countersign.yaml", content);
    ModelReader.Result result =
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> ModelReader.read(file));
    for (Problem problem : result.problems()) {
      assertThat(problem.place().file()).isNotEmpty();
      assertThat(problem.next()).isNotEmpty();
      assertThat(ProblemText.render(problem).replace("\n", "").codePoints())
          .allMatch(point -> point >= ' ' && point != 0x7F);
    }
    return result;
  }
}
