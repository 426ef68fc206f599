package dev.countersign.inspect.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs on which a reader once failed or hung, and the seeds that fuzzing starts from. */
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
}
