package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.cli.console.Console;
import dev.countersign.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inventory as its readers get it. */
class DiscoverTest {
  @TempDir Path parent;
  private Path root;

  @BeforeEach
  void aSmallRepository() throws IOException {
    root = parent.resolve("helpdesk");
    file(
        "bot/answer.py",
        """
        from openai import OpenAI
        from langgraph.graph import StateGraph

        # OpenAI().chat.completions.create(model="gpt-4o")
        MODEL = "gpt-4o-mini"
        client = OpenAI()
        client.chat.completions.create(
            model=MODEL,
            messages=[],
        )
        helper = StateGraph(dict)
        """);
    file("requirements.txt", "openai==1.2\nlanggraph\nqdrant-client\n");
    file("models/intent.onnx", "x");
    file(".mcp.json", "{\"mcpServers\": {\"tickets\": {\"url\": \"https://mcp.linear.app/mcp\"}}}");
    file("tests/test_answer.py", "import anthropic\nanthropic.x(model='claude-opus-4-1')\n");
  }

  @Test
  void thePageListsEachComponentOnceWithWhereItWasSeen() {
    Run run = discover("--no-cache", root.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches("discover/helpdesk.txt", run.out().replace(parent.toString(), "/srv/git"));
  }

  @Test
  void allListsWhatIsAsideToo() {
    assertThat(discover("--no-cache", root.toString()).out()).doesNotContain("claude-opus-4-1");
    assertThat(discover("--no-cache", "--all", root.toString()).out())
        .contains("claude-opus-4-1", "tests/test_answer.py:2");
  }

  @Test
  void aCommentIsNoComponent() {
    assertThat(discover("--no-cache", "--all", "--min-confidence=possible", root.toString()).out())
        .doesNotContainPattern("gpt-4o\\s");
  }

  @Test
  void minConfidenceLeavesOutWhatIsLessSure() {
    assertThat(discover("--no-cache", "--min-confidence=certain", root.toString()).out())
        .contains("models/intent.onnx", "less sure")
        .doesNotContain("gpt-4o-mini");
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    Run run = discover("--no-cache", "--format=json", "--min-confidence=possible", root.toString());

    assertThat(run.code()).isZero();
    assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
    assertThat(run.out()).contains("\"file\": \"bot/answer.py\"", "\"line\": 5");
  }

  @Test
  void aSpreadsheetRunsNoNameAsAFormula() throws IOException {
    file("=cmd|calc.prompt", "x");

    assertThat(discover("--no-cache", "--format=csv", root.toString()).out())
        .startsWith("repository,kind,name,says,confidence,aside,file,line")
        .contains("'=cmd|calc.prompt")
        .doesNotContainPattern("(^|,)=");
  }

  @Test
  void aNameFromAFileReachesNoTerminal() throws IOException {
    file("prompts/\u001b[2J\u202e.txt", "x");

    assertThat(discover("--no-cache", root.toString()).out()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void manyRepositoriesAreSummedUp() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    Files.createDirectories(parent.resolve("deep/down/site/.git"));
    Files.createDirectories(parent.resolve("no-clone"));

    Run run = discover("--no-cache", "--each", parent.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("1 OF 2 REPOSITORIES  use machine learning")
        .contains("hosted models 1, ")
        .doesNotContain("no-clone");
  }

  @Test
  void standardInputNamesFolders() {
    Run run = typed(root + "\n\n  " + root.resolve("bot") + "\n", "discover", "--no-cache", "-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("2 OF 2 REPOSITORIES");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Run run = typed("/nowhere/a\n/nowhere/b\n", "discover", "-");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("/nowhere/a does not exist", "/nowhere/b does not exist");
  }

  @Test
  void aFolderWithoutClonesSaysWhatToDo() {
    Run run = discover("--each", root.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no git clone", "Leave out --each");
  }

  @Test
  void theSecondRunIsTheSameToTheByte() throws IOException {
    setLongAgo();
    Path cache = parent.resolve("cache");
    Run first = discover("--cache=" + cache, root.toString());

    assertThat(discover("--cache=" + cache, root.toString())).isEqualTo(first);
    assertThat(discover("--no-cache", root.toString())).isEqualTo(first);
    assertThat(cache).isDirectory();
  }

  @Test
  void theCacheIsInTheUsersFolderForIt() throws IOException {
    Path home = parent.resolve("home");
    setLongAgo();
    Map<String, String> env = Map.of("XDG_CACHE_HOME", home.toString());
    Run.in(env, false, StandardCharsets.UTF_8, "discover", root.toString());

    assertThat(home.resolve("countersign/discover")).isNotEmptyDirectory();
  }

  @Test
  void nothingIsSaidToBeNothing() throws IOException {
    Path empty = Files.createDirectory(parent.resolve("empty"));

    Run run = discover("--no-cache", empty.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("NOTHING FOUND");
  }

  private static Run discover(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "discover";
    System.arraycopy(args, 0, all, 1, args.length);
    return Run.of(all);
  }

  private static Run typed(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            false,
            StandardCharsets.UTF_8,
            LocalDate.of(2026, 11, 22));
    int code = Main.run(args, console);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Path.of("../docs/schema/discover-1.schema.json")), InputFormat.JSON);
  }

  /** Files that changed just now are not remembered. */
  private void setLongAgo() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
