package dev.countersign.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell parts of the GitHub action, run for real; only GitHub itself is a stub. */
class GitHubTest {
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

  /** Keeps what it was asked, answers a list of comments with {@code $FOUND}. */
  private static final String GH =
      """
      printf '%s\\n' "$*" >>"$HOME/gh.log"
      case "$*" in
        *--jq*) printf '%s' "${FOUND:-}" ;;
        *) for last; do :; done; cp "${last#body=@}" "$HOME/body.md" ;;
      esac
      exit "${GH_FAILS:-0}"
      """;

  @TempDir Path folder;

  @BeforeEach
  void onlyWhereThereIsABash() {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the scripts need /bin/bash");
  }

  @Test
  void aFailingSystemIsToldInTheSummaryAndTheStepGoesOn() throws Exception {
    Script.Result result = check("examples/card-fraud");
    assertThat(result.code()).isZero();
    assertThat(outputs()).contains("code=1\n", "verdict=fail\n");
    assertThat(summary())
        .startsWith("## FAIL card-fraud")
        .contains(
            "](https://github.example/bank/fraud/blob/"
                + SHA
                + "/examples/card-fraud/"
                + "countersign.yaml#L")
        .doesNotContain("](./");
    assertThat(written("countersign.sarif")).contains("\"version\": \"2.1.0\"");
    assertThat(written("countersign.json")).contains("\"verdict\": \"fail\"");
  }

  @Test
  void aPassingSystemPasses() throws Exception {
    assertThat(check("examples/coding-agent").code()).isZero();
    assertThat(outputs()).contains("code=0\n", "verdict=pass\n");
  }

  @Test
  void aWrongPathIsAnErrorAndNoVerdict() throws Exception {
    assertThat(check("--no/such; touch \"$HOME/ran\" `touch $HOME/ran`").code()).isZero();
    assertThat(outputs()).contains("code=2\n", "verdict=error\n");
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(summary()).contains("no verdict");
  }

  @Test
  void textOfAModelIsNoCommandToTheRunner() throws Exception {
    String log = check("examples/card-fraud").out();
    String token = log.lines().findFirst().orElseThrow().replace("::stop-commands::", "");
    assertThat(token).matches("[0-9a-f]{32}");
    assertThat(log.strip()).endsWith("::" + token + "::");
  }

  @Test
  void theFirstRunWritesOneComment() throws Exception {
    Script.Result result = comment("", 0);
    assertThat(result.code()).as(result.out()).isZero();
    assertThat(asked()).contains("--method POST repos/bank/fraud/issues/7/comments");
    assertThat(Files.readString(folder.resolve("body.md")))
        .matches("(?s)<!-- countersign [0-9a-f]{16} -->\n## FAIL.*");
  }

  @Test
  void laterRunsChangeThatComment() throws Exception {
    assertThat(comment("4711\n4712", 0).code()).isZero();
    assertThat(asked())
        .contains("--method PATCH repos/bank/fraud/issues/comments/4711 ")
        .doesNotContain("POST");
  }

  @Test
  void withoutTheRightToCommentTheStepSaysSoAndGoesOn() throws Exception {
    Script.Result result = comment("", 1);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("::warning", "pull-requests: write");
  }

  @Test
  void aNumberThatIsNoneIsRefused() throws Exception {
    Script script = commenting("", 0).with("COUNTERSIGN_PULL_REQUEST", "7/../../evil");
    assertThat(script.run("integrations/github/comment.sh").code()).isEqualTo(2);
  }

  private Script.Result check(String path) throws Exception {
    return new Script(folder)
        .with("COUNTERSIGN_PATH", path)
        .with("COUNTERSIGN_COMMIT", SHA)
        .with("GITHUB_SERVER_URL", "https://github.example")
        .with("GITHUB_REPOSITORY", "bank/fraud")
        .with("GITHUB_OUTPUT", folder.resolve("outputs").toString())
        .with("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString())
        .with("RUNNER_TEMP", folder.toString())
        .run("integrations/github/check.sh");
  }

  private Script.Result comment(String found, int fails) throws Exception {
    return commenting(found, fails).run("integrations/github/comment.sh");
  }

  private Script commenting(String found, int fails) throws IOException {
    Path markdown = Files.writeString(folder.resolve("countersign.md"), "## FAIL card-fraud\n");
    return new Script(folder)
        .stub("gh", GH)
        .with("FOUND", found)
        .with("GH_FAILS", String.valueOf(fails))
        .with("GH_TOKEN", "none")
        .with("GITHUB_REPOSITORY", "bank/fraud")
        .with("COUNTERSIGN_PULL_REQUEST", "7")
        .with("COUNTERSIGN_MARKDOWN", markdown.toString());
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("gh.log"));
  }

  private String outputs() throws IOException {
    return Files.readString(folder.resolve("outputs"));
  }

  private String summary() throws IOException {
    return Files.readString(folder.resolve("summary.md"));
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve("countersign-report").resolve(name));
  }
}
