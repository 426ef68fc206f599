package dev.countersign.inspect.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs on which a reader once failed or hung, the seeds that fuzzing starts from, and the corpus
 * that it grew: each input in it makes a reader do something that no other does.
 */
class FoundByFuzzingTest {
  static Stream<Path> inputs() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(InspectFuzz.class.getResource("seeds")).toURI());
    return Files.list(folder).sorted();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void noReaderFailsOrHangs(Path input) throws IOException {
    byte[] data = Files.readAllBytes(input);
    assertThatCode(() -> InspectFuzz.fuzzerTestOneInput(data)).doesNotThrowAnyException();
  }

  @Test
  void norDoesOneOnWhatTheFuzzerGrew() throws IOException {
    int inputs = 0;
    try (ZipInputStream corpus =
        new ZipInputStream(
            Objects.requireNonNull(InspectFuzz.class.getResourceAsStream("corpus.zip")))) {
      for (ZipEntry entry = corpus.getNextEntry(); entry != null; entry = corpus.getNextEntry()) {
        byte[] data = corpus.readAllBytes();
        assertThatCode(() -> InspectFuzz.fuzzerTestOneInput(data))
            .as(entry.getName())
            .doesNotThrowAnyException();
        inputs++;
      }
    }
    assertThat(inputs).isPositive();
  }
}
