package dev.countersign.discover.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.discover.Discovery;
import dev.countersign.discover.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever wrote the repository may want to mislead, to break or to stall whoever drafts from it.
 */
class HostileRepositoryTest {
  @TempDir Path root;
  @TempDir Path elsewhere;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/a\nmodels: {}\n#.csv",
        "data/\"quoted\": {x}.csv",
        "data/- [a, b].csv",
        "data/\u202Egnp.csv",
        "data/\u001B[2J.csv",
        "data/#comment.csv",
        "data/'.csv",
        "data/null.csv",
        "data/&anchor *alias !tag.csv",
        "data/%YAML.csv",
        "models/…\u0085.onnx",
        "models/none.onnx",
        "models/anyone.onnx"
      })
  void aNameOfAFileIsOnlyAName(String path) {
    Drafts.file(root, path, "x");

    String draft = Drafts.of(root);

    assertThat(Drafts.problems(elsewhere, draft)).isEmpty();
    assertThat(draft).doesNotContain("\u202E", "\u001B");
    assertThat(draft.lines().filter(line -> line.startsWith("models: {}"))).isEmpty();
  }

  @Test
  void textFromManifestsIsOnlyText() {
    Drafts.file(
        root,
        "package.json",
        "{\"name\":\"x\\n"
            + "  id: y\",\"description\":\"Sends: \\u001b[31m {mail} # to"
            + " \\\"all\\\"\\nmodels:\"}");
    Drafts.file(
        root,
        ".mcp.json",
        "{\"mcpServers\":{\"a\\n b: c\":{\"command\":\"npx\",\"args\":[\"-y\",\"p\\n: #\"]}}}");

    String draft = Drafts.of(root);

    assertThat(Drafts.problems(elsewhere, draft)).isEmpty();
    assertThat(draft).contains("mcp-servers:").doesNotContain("\u001B");
  }

  @Test
  void aPlaceholderForAPurposeIsNoPurpose() {
    Drafts.file(
        root, "package.json", "{\"name\":\"x\",\"description\":\"<what this system does>\"}");
    Drafts.file(root, "model.onnx", "x");

    assertThat(Drafts.of(root)).contains("no file says it: replace this sentence");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package.json",
        "pyproject.toml",
        "pom.xml",
        "environment.yml",
        "docker-compose.yml",
        "k.yaml",
        "a.ipynb",
        ".mcp.json",
        "dvc.yaml",
        "a.py",
        "a.ts",
        "A.java",
        "adapter_config.json"
      })
  void brokenFilesCostNothingButThemselves(String name) {
    List<String> texts =
        List.of(
            "",
            "{",
            "[[[[",
            "\"",
            "'''",
            "apiVersion: 1\nkind: &a [*a, *a]\n",
            "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"x = '",
            "<!DOCTYPE a [<!ENTITY b \"" + "c".repeat(1000) + "\">]><project>&b;</project>",
            "[project]\nname = \"",
            "x = f('" + "\\".repeat(501),
            "import openai\nopenai.x(" + "(".repeat(5000));
    for (String text : texts) {
      Drafts.file(root, name, text);
      Drafts.file(root, "models/real.onnx", "x");

      Inventory inventory = Discovery.of(root);

      assertThat(inventory.limits()).as(text).isEmpty();
      assertThat(Drafts.of(root)).as(text).contains("real:");
    }
  }

  @Test
  void timeIsLinearInWhatAFileHolds() {
    Drafts.file(root, "deep.py", "from langchain import x\n" + "f(".repeat(200_000));
    Drafts.file(root, "quotes.py", "'".repeat(400_000));
    Drafts.file(
        root, "line.ts", "import a from 'ai'; const x = tool({name:" + "\"a\",".repeat(100_000));
    Drafts.file(root, "requirements.txt", "torch".repeat(100_000));
    Drafts.file(root, "deep.json", "[".repeat(300_000));
    Drafts.file(root, "values.yaml", "- ".repeat(100_000));

    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Drafts.of(root));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Drafts.file(elsewhere, "data/secret.csv", "x");
    Files.createSymbolicLink(root.resolve("data"), elsewhere.resolve("data"));
    Files.createSymbolicLink(root.resolve("a.csv"), elsewhere.resolve("data/secret.csv"));
    Files.createSymbolicLink(root.resolve("again"), root);

    assertThat(Discovery.of(root).findings()).isEmpty();
  }

  @Test
  void secretsAreNotCopied() {
    Drafts.file(
        root,
        ".env",
        "OPENAI_API_KEY=sk-verysecret\nOPENAI_MODEL=gpt-4o\nMODEL_TOKEN=hf_verysecret\n");
    Drafts.file(
        root,
        ".mcp.json",
        "{\"mcpServers\":{\"a\":{\"command\":\"npx\",\"args\":[\"-y\",\"p\",\"--key\",\"verysecret\"],"
            + "\"env\":{\"K\":\"verysecret\"}},\"b\":{\"url\":\"https://h.example/mcp?key=verysecret\"}}}");

    assertThat(Drafts.of(root)).contains("gpt-4o", "h.example").doesNotContain("verysecret");
  }

  /** Any mixture of pieces of real files, under any of the names that detectors look for. */
  @Test
  void anyDraftCanBeRead() throws IOException {
    List<String> names =
        List.of(
            "a.py",
            "b/train.py",
            "c/app.ts",
            "d/x.ipynb",
            "package.json",
            "e/pyproject.toml",
            "compose.yaml",
            "k/m.yaml",
            "prompts/p.txt",
            ".mcp.json",
            "requirements.txt",
            "README.md",
            "data/x.csv",
            "models/m.onnx",
            "models/model.pt",
            "data/data.xml.dvc",
            "go.mod",
            ".env");
    List<String> lines = realLines();
    Random random = new Random(20261122);
    for (int i = 0; i < 60; i++) {
      Path repository = Files.createDirectory(root.resolve("r" + i));
      for (int j = 0; j < 8; j++) {
        Drafts.file(repository, names.get(random.nextInt(names.size())), soup(lines, random));
      }

      String draft = Drafts.of(repository);

      assertThat(Drafts.problems(elsewhere, draft)).as(draft).isEmpty();
    }
  }

  private static String soup(List<String> lines, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      String line = lines.get(random.nextInt(lines.size()));
      text.append(
          random.nextInt(5) == 0 ? line.substring(random.nextInt(line.length() + 1)) : line);
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> realLines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/repositories"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(HostileRepositoryTest::lines)
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
