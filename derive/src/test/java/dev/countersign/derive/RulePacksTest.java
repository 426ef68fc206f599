package dev.countersign.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every family fires on the smallest system that has the danger, and is silent on its twin. */
class RulePacksTest {
  private static final Path PACKS = Path.of("../knowledge/src/main/packs");
  private static final Knowledge KNOWLEDGE = Knowledge.bundled();

  @TestFactory
  Stream<DynamicTest> every_family_keeps_its_promises() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> rules = Files.find(PACKS, 5, (path, _) -> path.endsWith("rule.yaml"))) {
      for (Path rule : rules.sorted().toList()) {
        Path folder = rule.resolveSibling("");
        String family = familyOf(rule);
        tests.add(dynamicTest(family + " fires", () -> fires(folder.resolve("fires.yaml"))));
        tests.add(
            dynamicTest(family + " stays silent", () -> silent(folder.resolve("silent.yaml"))));
        if (Files.exists(folder.resolve("asks.yaml"))) {
          tests.add(dynamicTest(family + " asks", () -> asks(folder.resolve("asks.yaml"))));
        }
      }
    }
    return tests.stream();
  }

  private static String familyOf(Path file) {
    return String.valueOf(file.resolveSibling("").getFileName());
  }

  private static void fires(Path file) throws IOException {
    String expected = expectation(file, "# expect: ");
    assertThat(threats(file)).as("threats of %s", file).contains(expected);
  }

  private static void silent(Path file) throws IOException {
    String unexpected = expectation(file, "# expect not: ");
    assertThat(threats(file)).as("threats of %s", file).doesNotContain(unexpected);
    assertThat(derivation(file).questions())
        .as("questions of %s", file)
        .noneMatch(question -> question.decides().contains(unexpected));
  }

  private static void asks(Path file) throws IOException {
    String question = expectation(file, "# expect question: ");
    String family = familyOf(file);
    assertThat(derivation(file).questions())
        .as("questions of %s", file)
        .anyMatch(q ->
            q.id().equals(question)
                && q.decides().stream().anyMatch(threat -> threat.startsWith(family + "@")));
  }

  private static List<String> threats(Path file) {
    return derivation(file).threats().stream().flatMap(threat -> threat.ids().stream()).toList();
  }

  private static Derivation derivation(Path file) {
    ModelReader.Result read = ModelReader.read(file);
    assertThat(read.problems()).extracting(Problem::place, Problem::message).isEmpty();
    return Derivation.of(read.model().orElseThrow(), KNOWLEDGE);
  }

  private static String expectation(Path file, String mark) throws IOException {
    Optional<String> line =
        Files.readAllLines(file).stream().filter(l -> l.startsWith(mark)).findFirst();
    assertThat(line).as("%s starts with '%s…'", file, mark).isPresent();
    return line.orElseThrow().substring(mark.length()).strip();
  }
}
