package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads about each of the files in {@code problems/}. */
class ProblemGoldenTest {
  private static final String FOLDER = "src/test/resources/problems";

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBadFileIsExplainedAsExpected(Path file) {
    ModelReader.Result result = ModelReader.read(file);

    assertThat(result.model()).isEmpty();
    String text = ProblemText.render(result.problems()).replace(FOLDER + "/", "");
    Golden.assertMatches(Path.of(file.toString().replace(".yaml", ".txt")), text);
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsPrintedIsSafeAndNotTooWide(Path file) {
    List<Problem> problems = ModelReader.read(file).problems();

    for (Problem problem : problems) {
      assertThat(ProblemText.render(problem).replace("\n", "").codePoints())
          .allMatch(point -> point >= ' ' && point != 0x7F && !isBidirectionalControl(point));
      assertThat(ProblemText.render(problem).lines().skip(1))
          .allMatch(line -> SafeText.width(line) <= 100);
    }
  }

  private static boolean isBidirectionalControl(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }
}
