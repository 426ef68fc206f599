package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.cli.revision.TemporaryRepository;
import dev.countersign.testing.Contract;
import dev.countersign.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code diff} from arguments to bytes, on repositories made here. */
class DiffTest {
  private static final String MODEL = "desk/countersign.yaml";
  private static final String SYSTEM =
      """
      countersign: 1
      system:
        id: desk
        purpose: Answers letters to a bank.
        ml-lead: ml@desk.example
        security-lead: security@desk.example
      include: [../shared/actors.yaml]
      models:
        writer: { task: generation, origin: hosted, supplier: Example, retrained: never }
      tools:
        lookup: { effect: [write], approval: none, content-from: [customer] }
      components:
        chat: { runs: writer, callers: [customer], uses: [lookup], interface: [app], rate-limit: 24/day }
      controls:
        tool-gate@chat:
          document: { file: evidence/review.md, sha256: DIGEST, reviewer: lead@desk.example, expires: 2027-06-30 }
      resolutions:
        tool-misuse@chat: { control: tool-gate@chat }
        direct-prompt-injection@chat:
          accepted: { by: Board, until: 2026-11-10, reason: It is a trial., record: B-1 }
      """;
  private static final String ACTORS =
      "actors:\n  customer: { trust: customer, gains: a refund }\n";

  @TempDir Path folder;
  private TemporaryRepository repository;

  @BeforeEach
  void start() throws Exception {
    repository = new TemporaryRepository(folder.resolve("repo"));
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest("Reviewed.\n".getBytes(StandardCharsets.UTF_8)));
    repository
        .file(MODEL, SYSTEM.replace("DIGEST", digest))
        .file("desk/evidence/review.md", "Reviewed.\n")
        .file("shared/actors.yaml", ACTORS)
        .commit("v1");
  }

  @AfterEach
  void end() {
    repository.close();
  }

  private Run diff(String... words) {
    String[] command = Stream.concat(Stream.of("diff"), Stream.of(words)).toArray(String[]::new);
    return Run.of(command);
  }

  private String here() {
    return repository.folder().toString();
  }

  private void newTool() {
    repository
        .replace(MODEL, "uses: [lookup]", "uses: [lookup, refund]")
        .replace(
            MODEL, "tools:\n", "tools:\n  refund: { effect: [spend, execute], approval: none }\n")
        .commit("v2");
  }

  @Test
  void a_commit_that_only_formats_is_no_difference() {
    repository
        .replace(MODEL, "rate-limit: 24/day", "rate-limit: '1/h'")
        .replace(MODEL, "countersign: 1", "# our desk\ncountersign: 1\n")
        .replace(MODEL, "callers: [customer], uses: [lookup]", "uses: lookup, callers: customer")
        .commit("v2");

    Run run = diff("--exit-code", "v1..v2", "--", here());

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no difference in meaning between v1 and v2");
    assertThat(diff("--format=markdown", "v1..v2", "--", here()).out()).isEmpty();
    assertThat(diff("--format=json", "v1..v2", "--", here()).out())
        .contains("\"different\": false", "\"unchanged\": [ \"desk\" ]");
  }

  @Test
  void a_new_tool_is_named_as_the_reason_of_its_threats() {
    newTool();

    Run run = diff("v1..v2", "--", here());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches("diff/new-tool.txt", run.out());
  }

  @Test
  void markdown_fits_a_comment() {
    newTool();
    Golden.assertMatches(
        "diff/new-tool.md",
        diff("--format=markdown", "v1..v2", "--", here())
            .out()
            .replaceAll("countersign \\d\\S*-SNAPSHOT", "countersign VERSION"));
  }

  @Test
  void json_keeps_its_contract() {
    newTool();
    String json = diff("--format=json", "v1..v2", "--", here()).out();

    assertThat(errors(json)).isEmpty();
    Golden.assertMatches("diff/new-tool.json", Contract.withoutVersions(json));
  }

  @Test
  void the_schema_is_the_published_one() throws IOException {
    assertThat(Run.of("schema", "diff").out())
        .isEqualTo(Files.readString(Path.of("../docs/schema/diff-1.schema.json")));
  }

  @Test
  void help_teaches() {
    Run run = Run.of("diff", "--help");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    Golden.assertMatches("help/diff.txt", run.out());
  }

  @Test
  void colour_and_width_are_the_readers() {
    newTool();
    String[] words = {"diff", "v1..v2", "--", here()};
    Run terminal = Run.in(Map.of("COLUMNS", "60"), true, StandardCharsets.UTF_8, words);

    assertThat(terminal.out()).contains("\u001b[");
    assertThat(terminal.out().replaceAll("\u001b\\[[0-9;]*m", "").lines())
        .allMatch(line -> line.length() <= 60);
  }

  @Test
  void evidence_that_a_retraining_voided_is_told() {
    repository.file("desk/evidence/review.md", "Retrained since.\n").commit("v2");

    assertThat(diff("v1", "v2", "--", here()).out())
        .contains("Open again", "tool-misuse@chat", "tool-gate@chat is no longer proven.")
        .contains("v2:desk/evidence/review.md has changed since its review")
        .doesNotContain("countersign-");
  }

  @Test
  void what_expired_since_the_commit_is_told_if_asked() {
    assertThat(diff("v1", "--", here()).out()).isEmpty();
    assertThat(diff("--before-as-of=commit", "v1", "--", here()).out())
        .contains("Judged as of 2026-11-01 → 2026-11-22.")
        .contains("Open again", "direct-prompt-injection@chat")
        .contains("The acceptance ended on 2026-11-10.");
    assertThat(diff("--before-as-of=2026-11-09", "v1", "--", here()).out()).contains("Open again");
  }

  @Test
  void a_revision_is_compared_with_the_files_as_they_are() {
    repository.replace(MODEL, "approval: none", "approval: each-call");

    assertThat(diff("v1", "--", here()).out())
        .contains("v1 → working tree", "approval: none → each-call");
    assertThat(diff("--", here()).out()).contains("HEAD → working tree");
    assertThat(diff("v1", here()).out()).contains("v1 → working tree");
  }

  @Test
  void three_dots_compare_with_where_both_came_from() {
    newTool();
    repository
        .branch("side", "v1")
        .replace(MODEL, "approval: none", "approval: each-call")
        .commit("v3");

    assertThat(diff("main...side", "--", here()).out()).doesNotContain("refund");
    assertThat(diff("main..side", "--", here()).out()).contains("- refund");
  }

  @Test
  void a_bare_repository_will_do() {
    newTool();
    Path bare = folder.resolve("bare.git");
    repository.cloneBare(bare);

    assertThat(diff("v1..v2", "--", bare.toString()).out())
        .isEqualTo(diff("v1..v2", "--", here()).out());
  }

  @Test
  void two_files_and_two_folders_will_do() throws IOException {
    Path old = folder.resolve("old");
    Files.createDirectories(
        old.resolve(".git")); // what lies beside the system is in its repository
    copy(repository.folder().resolve("desk"), old.resolve("desk"));
    copy(repository.folder().resolve("shared"), old.resolve("shared"));
    newTool();
    String now = repository.folder().resolve("desk").toString();

    Run folders = diff(old.resolve("desk").toString(), now);
    Run files = diff(old.resolve(MODEL).toString(), now + "/countersign.yaml");

    assertThat(folders.code()).isZero();
    assertThat(folders.out()).contains("+ refund (tool)");
    assertThat(belowTheTitle(files)).isEqualTo(belowTheTitle(folders));
  }

  private static List<String> belowTheTitle(Run run) {
    return run.lines().stream().dropWhile(line -> !line.isEmpty()).toList();
  }

  @Test
  void systems_that_come_and_go_are_told() {
    repository
        .file("other/countersign.yaml", repository.text(MODEL).replace("id: desk", "id: other"))
        .file("other/evidence/review.md", "Reviewed.\n")
        .commit("v2");

    assertThat(diff("v1..v2", "--", here()).out()).contains("+ other new system");
    assertThat(diff("v2..v1", "--", here()).out()).contains("- other system gone");
    assertThat(diff("--exit-code", "v2..v1", "--", here()).code()).isEqualTo(1);
    assertThat(diff("v1..v2", "--", here() + "/desk").out()).isEmpty();
  }

  @Test
  void it_fails_only_if_asked_to() {
    newTool();
    assertThat(diff("v1..v2", "--", here()).code()).isZero();
    assertThat(diff("--exit-code", "v1..v2", "--", here()).code()).isEqualTo(1);
    assertThat(diff("--fail-on-new=low", "v1..v2", "--", here()).code()).isEqualTo(1);
    assertThat(diff("--fail-on-new=low", "v2..v1", "--", here()).code()).isZero();
  }

  @Test
  void a_wrong_revision_is_answered_with_the_nearest() {
    Run run = diff("mian..v1", "--", here());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is no revision 'mian'", "Did you mean main?");
  }

  @Test
  void outside_of_a_repository_it_says_so() throws IOException {
    Path nowhere = Files.createDirectory(folder.resolve("nowhere"));

    Run run = diff("main..HEAD", "--", nowhere.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is in no git repository");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1..",
        "..v1",
        "v1^{tree}",
        "v1:desk",
        "--upload-pack=x",
        "@{-1}",
        "v1~99",
        "\u001b[2J"
      })
  void odd_revisions_are_answered_without_a_crash(String revision) {
    Run run = diff(revision, "--", here());

    assertThat(run.code()).isIn(0, 2);
    assertThat(run.err()).doesNotContain("\u001b", "Exception");
  }

  @Test
  void a_file_that_is_wrong_in_a_revision_is_named_by_it() {
    repository.replace(MODEL, "effect: [write]", "effect: [wrote]").commit("v2");

    Run run = diff("v1..v2", "--", here());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("v2:desk/countersign.yaml:", "'wrote'", "no comparison")
        .doesNotContain("countersign-");
  }

  @Test
  void a_hostile_name_reaches_no_terminal_and_no_markup() {
    repository
        .replace(MODEL, "record: B-1", "record: \"<script>|`x`\\e[2J @all\\u202e\"")
        .commit("v2");

    String text = diff("v1..v2", "--", here()).out();
    String markdown = diff("--format=markdown", "v1..v2", "--", here()).out();
    String json = diff("--format=json", "v1..v2", "--", here()).out();

    assertThat(text).doesNotContain("\u001b", "\u202e").contains("<U+001B>");
    assertThat(markdown)
        .doesNotContain("<script>", "\u001b", "\u202e", " @all")
        .contains("&lt;script");
    assertThat(json).doesNotContain("\u001b", "\u202e");
    assertThat(errors(json)).isEmpty();
  }

  @Test
  void a_link_in_a_revision_leads_nowhere_outside() throws IOException {
    Files.writeString(folder.resolve("secret.md"), "Reviewed.\n");
    Path review = repository.folder().resolve("desk/evidence/review.md");
    Files.delete(review);
    Files.createSymbolicLink(review, Path.of("../../../secret.md"));
    repository.commit("v2");
    Files.delete(review);
    Files.writeString(repository.folder().resolve("desk/evidence/real.md"), "Reviewed.\n");
    Files.createSymbolicLink(review, Path.of("real.md"));
    repository.commit("v3");

    assertThat(diff("v1..v2", "--", here()).out()).contains("is no longer proven");
    assertThat(diff("v1..v3", "--", here()).out()).isEmpty();
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    newTool();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long before = mirrors(temporary);
    diff("v1..v2", "--", here());
    diff("v1..nothing", "--", here());

    assertThat(mirrors(temporary)).isLessThanOrEqualTo(before);
  }

  private static long mirrors(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(f -> f.getFileName().toString().startsWith("countersign-")).count();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, target);
        }
      }
    }
  }

  private static List<String> errors(String json) {
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  Files.readString(Path.of("../docs/schema/diff-1.schema.json")), InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
