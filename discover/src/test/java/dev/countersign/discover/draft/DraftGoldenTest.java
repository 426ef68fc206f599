package dev.countersign.discover.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The drafts of small repositories, one for each family of files, as their owners would see them.
 */
class DraftGoldenTest {
  private static final Path REPOSITORIES = Path.of("src/test/resources/repositories");

  @TempDir Path folder;

  static Stream<String> repositories() throws IOException {
    try (Stream<Path> all = Files.list(REPOSITORIES)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void theDraftIsAsExpectedAndCanBeRead(String name) {
    String draft = Drafts.of(REPOSITORIES.resolve(name));

    Golden.assertMatches("drafts/" + name + ".yaml", draft);
    assertThat(Drafts.problems(folder, draft)).isEmpty();
  }
}
