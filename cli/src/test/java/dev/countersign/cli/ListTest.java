package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Knowledge;
import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ListTest {
  @Test
  void listsTheFamiliesByStage() {
    Run run = Run.of("rules");
    assertThat(run.code()).isZero();
    Golden.assertMatches("list/rules.txt", run.out());
  }

  @Test
  void listsTheFamiliesForMachines() {
    Run run = Run.of("rules", "--format", "json");
    assertThat(new JsonMapper().readTree(run.out()).path("families").size())
        .isEqualTo(Knowledge.bundled().families().size());
  }

  @Test
  void explainsOneFamily() {
    assertThat(Run.of("rules", "evasion").out()).isEqualTo(Run.of("explain", "evasion").out());
  }

  @Test
  void refusesAnUnknownFamily() {
    assertThat(Run.of("rules", "sorcery").code()).isEqualTo(2);
    assertThat(Run.of("rules", "sorcery", "--format", "json").code()).isEqualTo(2);
  }

  @Test
  void listsTheCatalogues() {
    Run run = Run.of("catalogue");
    assertThat(run.code()).isZero();
    Golden.assertMatches("list/catalogues.txt", run.out());
  }

  @Test
  void listsTheEntriesOfACatalogue() {
    Golden.assertMatches("list/owasp-llm-2026.txt", Run.of("catalogue", "owasp-llm-2026").out());
  }

  @Test
  void listsTheControls() {
    Golden.assertMatches("list/controls.txt", Run.of("catalogue", "controls").out());
  }

  @Test
  void refusesAnUnknownCatalogue() {
    Run run = Run.of("catalogue", "grimoire");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no catalogue 'grimoire'");
  }

  @Test
  void importsCatalogues(@TempDir Path data, @TempDir Path upstream) throws IOException {
    copy(Path.of("../knowledge/src/main/catalogues"), data);
    Run run = Run.of("catalogue", "import", upstream.toString(), "--into", data.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("stride 1999: 6 entries, the same as before")
        .contains("atlas 5.6.0: 278 entries, kept: none of its files is in the folder");
  }

  @Test
  void importsNothingOutsideACheckout(@TempDir Path folder) {
    Run run = Run.of("catalogue", "import", folder.toString(), "--into", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("has no folder sources");
  }

  @Test
  void saysWhyAnImportIsRefused(@TempDir Path data) throws IOException {
    copy(Path.of("../knowledge/src/main/catalogues"), data);
    Path gone = data.resolve("gone");
    Run run = Run.of("catalogue", "import", gone.toString(), "--into", data.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no such folder").contains("nothing was written");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"model, countersign-1", "policy, countersign-policy-1", "check, check-1"})
  void printsThePublishedSchemas(String subject, String file) throws IOException {
    Run run = Run.of("schema", subject);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(Files.readString(Path.of("../docs/schema/" + file + ".schema.json")));
  }

  @Test
  void theSchemaOfTheModelIsTheOneMeantByDefault() {
    assertThat(Run.of("schema").out()).isEqualTo(Run.of("schema", "model").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void completesEveryCommand(String shell) {
    Run run = Run.of("completion", shell);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("check", "explain", "rules", "catalogue", "schema", "completion", "fail-on");
  }

  @Test
  void theScriptForFishIsOurOwn() {
    Golden.assertMatches("list/completion.fish", Run.of("completion", "fish").out());
  }
}
