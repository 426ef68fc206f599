package dev.countersign.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell parts of the GitLab template, run for real; only GitLab itself is a stub. */
class GitLabTest {
  /** Answers who the token belongs to and which notes there are; keeps what it was asked. */
  private static final String CURL =
      """
      printf '%s\\n' "$*" >>"$HOME/curl.log"
      while [ $# -gt 0 ]; do
        case $1 in
          --output) out=$2 ;;
          --dump-header) printf 'x-next-page: \\r\\n' >"$2" ;;
          --data-urlencode) cp "${2#body@}" "$HOME/body.md" ;;
          */user) printf '{"id":9}' ;;
        esac
        shift
      done
      [ -z "${out:-}" ] || [ "$out" = /dev/null ] || cat "$HOME/notes.json" >"$out"
      """;

  @TempDir Path folder;

  @Test
  void theJobFailsAsTheCheckDoesAndLeavesItsFiles() throws Exception {
    Script.Result result = job("examples/card-fraud").run("integrations/gitlab/check.sh");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("COUNTERSIGN_TOKEN is not set");
    assertThat(folder.resolve("report/countersign.sarif")).exists();
    assertThat(Files.readString(folder.resolve("report/countersign.md")))
        .contains("](https://gitlab.example/bank/fraud/-/blob/0123abcd/examples/card-fraud/");
  }

  @Test
  void theFirstRunWritesANote() throws Exception {
    note("[]");
    assertThat(asked()).contains("--request POST https://gitlab.example/api/v4/projects/3/");
    assertThat(Files.readString(folder.resolve("body.md"))).startsWith("<!-- countersign ");
  }

  @Test
  void laterRunsChangeOnlyTheNoteOfTheirOwnUser() throws Exception {
    note("[]");
    String mark = Files.readString(folder.resolve("body.md")).lines().findFirst().orElseThrow();
    note(
        "[{\"id\":1,\"author\":{\"id\":8},\"body\":\"%s copied\"},".formatted(mark)
            + "{\"id\":2,\"author\":{\"id\":9},\"body\":\"%s ours\"}]".formatted(mark));
    assertThat(asked()).contains("--request PUT").contains("/notes/2 ").doesNotContain("/notes/1 ");
  }

  @Test
  void theTokenIsNoArgumentOfAProgram() throws Exception {
    note("[]");
    assertThat(asked()).doesNotContain("s3cret");
  }

  private Script job(String path) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the scripts need /bin/bash");
    return new Script(folder)
        .with("COUNTERSIGN_PATH", path)
        .with("COUNTERSIGN_OUT", folder.resolve("report").toString())
        .with("COUNTERSIGN_TOKEN", "")
        .with("CI_PROJECT_URL", "https://gitlab.example/bank/fraud")
        .with("CI_API_V4_URL", "https://gitlab.example/api/v4")
        .with("CI_PROJECT_ID", "3")
        .with("CI_MERGE_REQUEST_IID", "5")
        .with("CI_COMMIT_SHA", "0123abcd");
  }

  private void note(String notes) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "the script needs jq");
    Files.writeString(folder.resolve("notes.json"), notes);
    Path markdown = Files.writeString(folder.resolve("countersign.md"), "## FAIL card-fraud\n");
    Script.Result result =
        job(".")
            .stub("curl", CURL)
            .with("COUNTERSIGN_TOKEN", "s3cret")
            .with("COUNTERSIGN_MARKDOWN", markdown.toString())
            .run("integrations/gitlab/note.sh");
    assertThat(result.code()).as(result.out()).isZero();
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("curl.log"));
  }
}
