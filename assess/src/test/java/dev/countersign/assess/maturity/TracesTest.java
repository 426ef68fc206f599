package dev.countersign.assess.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesTest {
  @TempDir Path root;

  @BeforeEach
  void makeRepository() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write("services/fraud/countersign.yaml", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".github/workflows/ci.yml|- run: countersign check services|true",
        ".github/workflows/ci.yaml|run: ./countersign check --format sarif|true",
        ".github/workflows/ci.yml|uses: acme/countersign-action@0123abcd|true",
        ".gitlab-ci.yml|component: gitlab.example/tools/countersign@1|true",
        ".gitlab-ci.yml|template: ci/countersign.gitlab-ci.yml|true",
        "Jenkinsfile|sh 'countersign check'|true",
        ".github/workflows/ci.yml|# - run: countersign check|false",
        ".github/workflows/ci.yml|name: we should use countersign|false",
        ".github/workflows/ci.yml|run: countersign explain evasion|false",
        "notes/ci.yml|run: countersign check|false"
      })
  void ciCallsCountersignOutsideOfComments(String file, String line, boolean calls)
      throws IOException {
    write(file, line + "\n");
    assertThat(traces().ci().contains(file)).isEqualTo(calls);
  }

  @Test
  void aHookBeforeACommitIsNoCi() throws IOException {
    write(".pre-commit-config.yaml", "- repo: local\n  hooks:\n    - id: countersign\n");
    assertThat(traces().hooks()).containsExactly(".pre-commit-config.yaml");
    assertThat(traces().ci()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|services/fraud/countersign.yaml|true",
        "countersign.yaml|services/fraud/countersign.yaml|true",
        "*.yaml|services/fraud/countersign.yaml|true",
        "/countersign.yaml|services/fraud/countersign.yaml|false",
        "/countersign.yaml|countersign.yaml|true",
        "/services/|services/fraud/countersign.yaml|true",
        "fraud/|services/fraud/countersign.yaml|true",
        "services/*|services/fraud/countersign.yaml|false",
        "services/**|services/fraud/countersign.yaml|true",
        "services/**/countersign.yaml|services/fraud/countersign.yaml|true",
        "services/fraud|services/fraud/countersign.yaml|true",
        "/other/**|services/fraud/countersign.yaml|false",
        "*.md|services/fraud/countersign.yaml|false",
        "/|services/fraud/countersign.yaml|false"
      })
  void patternsOfOwnersMatchAsOnTheHosts(String pattern, String name, boolean matches) {
    assertThat(OwnersFile.matches(pattern, name)).isEqualTo(matches);
  }

  @Test
  void theLastMatchingLineOwnsAndMayOwnNobody() throws IOException {
    write(".github/CODEOWNERS", "# all\n* @everybody\n\n[Models]\ncountersign.yaml @ml @sec # 2\n");
    assertThat(traces().owners()).contains("@ml @sec");
    write(".github/CODEOWNERS", "* @everybody\ncountersign.yaml\n");
    assertThat(traces().owners()).isEmpty();
  }

  @Test
  @Timeout(10)
  void hostilePatternsCostNothing() {
    assertThat(OwnersFile.matches("*a".repeat(90) + "b", "a".repeat(190))).isFalse();
    assertThat(OwnersFile.matches("**/a/".repeat(30) + "b", "a/".repeat(95) + "c")).isFalse();
  }

  @Test
  void linksAndLargeFilesAreNotRead() throws IOException {
    Path outside = Files.writeString(root.resolve("outside.txt"), "countersign check\n");
    Files.createSymbolicLink(root.resolve("Jenkinsfile"), outside);
    write(".gitlab-ci.yml", "#".repeat(300_000) + "\ncountersign check\n");
    assertThat(traces().ci()).isEmpty();
  }

  @Test
  void whereThereIsNothingNothingIsSeen() {
    assertThat(traces()).isEqualTo(Traces.NONE);
  }

  private Traces traces() {
    return Traces.of(root.resolve("services/fraud/countersign.yaml"));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
