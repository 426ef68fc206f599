package dev.countersign.assess.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.ProblemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads about each of the policies in {@code policy-problems/}. */
class PolicyProblemsTest {
  private static final String FOLDER = "src/test/resources/policy-problems";

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBadPolicyIsExplainedAsExpected(Path file) throws IOException {
    PolicyReader.Result result = PolicyReader.read(file);
    assertThat(result.policy()).isEmpty();
    String text = ProblemText.render(result.problems()).replace(FOLDER + "/", "");
    Path expected = Path.of(file.toString().replace(".yaml", ".txt"));
    if (Boolean.getBoolean("countersign.update")) {
      Files.writeString(expected, text);
    }
    assertThat(text)
        .as("run again with -Dcountersign.update=true and read the difference")
        .isEqualTo(Files.readString(expected));
  }

  @Test
  void aDamagedPolicyIsReadOrExplainedButNeverBreaks() throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file);
      Random random = new Random(text.hashCode());
      for (int i = 0; i < 300; i++) {
        PolicyReader.Result result = PolicyReader.parse("policy.yaml", damaged(text, random));
        assertThat(result.policy().isPresent()).isEqualTo(result.problems().isEmpty());
      }
    }
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !damaged.isEmpty(); i--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, "{}[]:,-&*!'\"\n é\0".charAt(random.nextInt(16)));
        default -> damaged.setLength(at);
      }
    }
    return damaged.toString();
  }
}
