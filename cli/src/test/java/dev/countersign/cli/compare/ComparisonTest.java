package dev.countersign.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.Run;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is used and not modelled, what is modelled and gone, and what nobody can tell. */
class ComparisonTest {
  private static final String HEAD =
      "countersign: 1\nsystem: { id: desk, purpose: Answers customers. }\n";

  @TempDir Path root;

  @BeforeEach
  void aRepository() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    file("bot.py", "import openai\nopenai.create(model='gpt-4o')\n");
    file("models/intent.onnx", "x");
    file("prompts/answer.txt", "x");
    file(".mcp.json", "{\"mcpServers\": {\"tickets\": {\"command\": \"npx\"}}}");
    file("tests/test_bot.py", "import openai\nopenai.create(model='gpt-4.1')\n");
  }

  @Test
  void whatNoElementSpeaksOfIsUsedAndNotModelled() {
    model("models: { other: { task: regression, origin: trained-here } }");

    assertThat(unmodelled())
        .containsExactly("gpt-4o", "models/intent.onnx", "tickets", "prompts/answer.txt");
  }

  @Test
  void whatIsModelledByNameOrFilesIsModelled() {
    model(
        """
        models:
          gpt-4o: { task: generation, origin: hosted }
          intent: { task: classification, files: models/*.onnx }
        prompts: { words: { files: prompts } }
        mcp-servers: { ticket-server: { supplier: Tickets }}
        """);

    assertThat(unmodelled()).isEmpty();
    assertThat(compared().vanished()).isEmpty();
  }

  @Test
  void aModelOfTheSameHostWhoseNameNobodyTellsStandsForIt() {
    model("models: { bot: { task: generation, origin: hosted, supplier: OpenAI } }");
    assertThat(unmodelled()).doesNotContain("gpt-4o");

    model("models: { bot: { task: generation, origin: hosted, supplier: Anthropic } }");
    assertThat(unmodelled()).contains("gpt-4o");
  }

  @Test
  void aLongerNameIsAnotherModelAndADayIsNot() {
    model("models: { gpt-4o-mini: { task: generation, origin: hosted, supplier: OpenAI } }");
    assertThat(unmodelled()).contains("gpt-4o");

    file("bot.py", "import openai\nopenai.create(model='gpt-4o-mini-20240718')\n");
    assertThat(unmodelled()).doesNotContain("gpt-4o-mini-20240718");
  }

  @Test
  void whatIsNamedAndNowhereIsGone() {
    model(
        """
        models:
          gpt-5-nano: { task: generation, origin: hosted }
          old: { task: classification, files: models/old.onnx }
        mcp-servers: { code-host: { transport: http } }
        """);

    assertThat(compared().vanished())
        .extracting(it -> it.element().id() + " by " + (it.byFiles() ? "files" : "name"))
        .containsExactlyInAnyOrder("old by files", "code-host by name", "gpt-5-nano by name");
  }

  @Test
  void whatAnyFileMentionsIsNotGone() {
    file("README.md", "We ask GPT-5-NANO, and reach the Code Host by MCP.\n");
    model(
        """
        models: { gpt-5-nano: { task: generation, origin: hosted } }
        mcp-servers: { code-host: { transport: http } }
        """);

    assertThat(compared().vanished()).isEmpty();
  }

  @Test
  void whatCannotBeSeenIsNeverSaidToBeGone() {
    file("models/kept.pt.dvc", "outs: [{ path: kept.pt }]\n");
    model(
        """
        models:
          answers: { task: generation, origin: hosted, supplier: OpenAI }
          kept: { task: classification, files: models/kept.pt }
          outside: { task: classification, files: ../elsewhere/m.onnx }
        components: { api: { runs: answers } }
        tools: { refund: { effect: pay } }
        """);

    assertThat(compared().vanished()).isEmpty();
  }

  @Test
  void checkWarnsWhenItIsAsked() {
    model("models: { gone: { task: classification, files: models/gone.onnx } }");

    Run plain = check();
    Run asked = check("--discover");

    assertThat(plain.out()).doesNotContain("vanished-element");
    assertThat(asked.out())
        .contains("\"vanished-element:gone\"", "\"unmodelled-component:gpt-4o\"")
        .contains("gone is said to be in models/gone.onnx, and no such file is here.");
    assertThat(asked.code()).isEqualTo(plain.code());
  }

  @Test
  void thePageSaysWhereTheyHaveComeApart() {
    model("models: { gone: { task: classification, files: models/gone.onnx } }");

    Run run = Run.of("discover", "--no-cache", root.toString());

    assertThat(run.out())
        .contains(
            "USED AND NOT MODELLED  4", "MODELLED AND GONE  1", "no file is models/gone.onnx");
  }

  @Test
  void aThreatModelThatCannotBeReadIsNamed() {
    file("countersign.yaml", "countersign: 1\nsystm: {}\n");

    Run run = Run.of("discover", "--no-cache", root.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("cannot be read and is not compared");
  }

  private Run check(String... options) {
    String[] all = {"check", "--format=json", "--fail-on=never", root.toString()};
    String[] args = java.util.Arrays.copyOf(all, all.length + options.length);
    System.arraycopy(options, 0, args, all.length, options.length);
    return Run.of(args);
  }

  private List<String> unmodelled() {
    return compared().unmodelled().stream().map(Component::name).toList();
  }

  private Comparison compared() {
    return Comparison.in(root, Components.of(Discovery.of(root)));
  }

  private void model(String elements) {
    file("countersign.yaml", HEAD + elements + "\n");
  }

  private void file(String path, String text) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
