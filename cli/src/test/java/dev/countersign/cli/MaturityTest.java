package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.assess.Checked;
import dev.countersign.assess.maturity.Criteria;
import dev.countersign.assess.maturity.Criterion;
import dev.countersign.assess.maturity.Judged;
import dev.countersign.assess.maturity.Level;
import dev.countersign.assess.maturity.Maturity;
import dev.countersign.assess.maturity.Practice;
import dev.countersign.assess.maturity.Traces;
import dev.countersign.cli.check.Check;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.maturity.MaturityText;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code maturity} on a system that meets all that can be met, and on what is taken from it. */
class MaturityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Set<String> NOT_YET = Set.of("signed-off");
  private static final String MARK =
      "<!-- From here on written by MaturityTest from what ships. -->\n";
  private static final String PROOF =
      "{ document: { file: review.md, reviewer: a@demo.example, expires: 2027-06-30, sha256: "
          + "f362f7fa4d9b6c7087a86aed4733c6835d82c59c04a219b2c3f0ed81a5875ea5 } }";
  private static final String HEAD =
      """
      countersign: 1
      system:
        id: demo
        purpose: Sorts mail for one clerk.
        ml-lead: ml@demo.example
        security-lead: security@demo.example
        next-checkpoint: 2027-02-01
      """;

  private static final String CLOSED =
      """
      actors: { clerk: staff }
      models:
        sorter: { task: classification, origin: hosted, retrained: never, updates: pinned }
      components:
        box: { runs: sorter, callers: none, interface: job, dependencies: [pinned, mirrored] }
      decisions:
        move:
          by: sorter
          automation: advisory
          volume: 10/day
          reversible: yes
          if-wrong: { financial: 1 EUR, per: decision }
      """;

  private static final String ATTACKED =
      """
      actors: { thief: { trust: public, gains: money } }
      models:
        sorter: { task: classification, origin: hosted, exposes: [score] }
      components:
        box: { runs: sorter, callers: [thief], interface: [api], authentication: none }
      decisions:
        move:
          by: sorter
          automation: automatic
          volume: 900000/day
          reversible: no
          if-wrong: { financial: 9000 EUR, per: decision, harm: [safety] }
      """;

  private static final String CONTROLS =
      """
      controls:
        inference-monitoring@box: PROOF
        red-teaming@sorter: PROOF
        incident-response@box: PROOF
        revalidation@sorter: PROOF
      """;

  private static final String MODEL = HEAD + CLOSED + CONTROLS;
  private static final String POLICY = "countersign-policy: 1\ngate: { fail-on: high }\n";
  private static final String CI = "jobs:\n  a:\n    steps:\n      - run: countersign check\n";
  private static final String OWNERS = "countersign.yaml @ml @security\n";

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write("review.md", "Reviewed.\n");
    write("countersign.yaml", MODEL.replace("PROOF", PROOF));
    write("countersign-policy.yaml", POLICY);
    write(".github/workflows/ci.yml", CI);
    write("CODEOWNERS", OWNERS);
  }

  @Test
  void everyCriterionIsMetByAnExampleExceptThoseThatThisVersionCannotVerify() {
    assertThat(missing()).isEqualTo(NOT_YET);
    assertThat(maturity().level()).contains(Level.APPLIED);
  }

  /** The criterion, the file, what is taken from it and what is put there, what is then seen. */
  static Stream<Arguments> losses() {
    String model = "countersign.yaml";
    return Stream.of(
        Arguments.of("described", model, "actors: { clerk: staff }", "", "declares no actors"),
        Arguments.of("leads", model, "  ml-lead: ml@demo.example\n", "", "names no ml-lead"),
        Arguments.of("leads", model, "ml@demo", "security@demo", "Both leads are the same"),
        Arguments.of("current", model, "2027-02-01", "2026-11-21", "reviewed by 2026-11-21"),
        Arguments.of("current", model, "  next-checkpoint: 2027-02-01\n", "", "No day is set"),
        Arguments.of("critical-answered", model, CLOSED, ATTACKED, "2 threats open or unproven: "),
        Arguments.of("gate", "countersign-policy.yaml", "high", "never", "lets high threats"),
        Arguments.of("in-ci", ".github/workflows/ci.yml", "- run", "# - run", "No CI config"),
        Arguments.of("answered", model, CLOSED, ATTACKED, "threats open or unproven: "),
        Arguments.of("questions", model, ", updates: pinned", "", "1 question is open"),
        Arguments.of("on-time", model, "2027-02-01", "2026-11-21", "was to be reviewed"),
        Arguments.of("on-time", model, "2027-06-30", "2026-11-21", "expired on 2026-11-21"),
        Arguments.of("proven", "review.md", "Reviewed", "Edited", "Not proven: incident-"),
        Arguments.of("artefacts-signed", model, "hosted", "vendor", "signature that verifies"),
        Arguments.of("monitored", model, "inference-monitoring@box", "audit-log@move", "watches"),
        Arguments.of(
            "tested", model, "red-teaming@sorter", "watermarking@sorter", "test of sorter"),
        Arguments.of(
            "unexempted",
            "countersign-policy.yaml",
            "high }",
            "high }\nexemptions: [{ threat: evasion@sorter, system: demo, reason: r, by: b, until:"
                + " 2027-01-01 }]",
            "Exempt: evasion@sorter"),
        Arguments.of("review-year", model, "2027-02-01", "2028-02-01", "as late as 2028-02-01"),
        Arguments.of("owned", "CODEOWNERS", "countersign.yaml", "*.md", "No line of a CODEOWNERS"),
        Arguments.of("signed-off", model, "Sorts", "Sorts", "Missing: ML lead, Security lead"),
        Arguments.of("priced", model, "financial: 1 EUR, ", "", "no volume: move"),
        Arguments.of(
            "policy", "countersign-policy.yaml", "high", "critical", "lets high threats through"),
        Arguments.of(
            "incident-response", model, "incident-response@box", "audit-log@box", "No control"),
        Arguments.of("revalidation", model, "revalidation@", "watermarking@", "No control"),
        Arguments.of("everything-answered", model, CLOSED, ATTACKED, "open or unproven: "),
        Arguments.of("red-team", model, "red-teaming@", "watermarking@", "No control"));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("losses")
  void whatIsTakenAwayIsMissed(String id, String file, String from, String to, String seen)
      throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(from);
    write(file, before.replace(from, to));
    Judged judged = judged(id);
    assertThat(judged.seen().met()).isFalse();
    assertThat(judged.seen().what()).contains(seen);
    assertThat(judged.seen().next()).isNotBlank();
  }

  @Test
  void everyCriterionHasAnExampleWithoutIt() {
    Set<String> shown = new HashSet<>();
    losses().forEach(loss -> shown.add(String.valueOf(loss.get()[0])));
    assertThat(shown).containsExactlyInAnyOrderElementsOf(ids(Criteria.ALL.stream()));
  }

  @Test
  void theLowestSystemDecides() throws IOException {
    String other = MODEL.replace("PROOF", PROOF).replace("id: demo", "id: other");
    write("b.countersign.yaml", other.replace("  ml-lead: ml@demo.example\n", ""));
    assertThat(maturity().level()).isEmpty();
    assertThat(maturity().next()).contains(Level.FOUNDATIONAL);
    assertThat(maturity().way()).extracting(gap -> gap.criterion().id()).containsExactly("leads");
    assertThat(maturity().way().getFirst().where())
        .extracting(in -> in.system().id())
        .containsExactly("other");
  }

  @Test
  void theWayNamesTheQuickestFirst() {
    List<Checked> systems = Systems.examples().stream().map(Systems::checked).toList();
    Maturity examples =
        Maturity.of(systems.stream().map(it -> new Practice(it, Traces.NONE)).toList());
    assertThat(examples.way()).extracting(gap -> gap.criterion().work()).isSorted();
    Golden.assertMatches(
        "maturity/examples.txt", MaturityText.of(examples, new Terminal(100, false, true)));
    Maturity one = Maturity.of(List.of(new Practice(systems.getFirst(), Traces.NONE)));
    Golden.assertMatches(
        "maturity/card-fraud.txt", MaturityText.of(one, new Terminal(80, false, true)));
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("../docs/schema/maturity-1.schema.json")),
                InputFormat.JSON);
    for (String path : List.of(folder.toString(), "../examples")) {
      Run run = Run.of("maturity", "--format", "json", path);
      assertThat(run.code()).isZero();
      assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void aFloorFailsWhatIsBelowIt() {
    assertThat(Run.of("maturity", "--fail-below", "applied", folder.toString()).code()).isZero();
    assertThat(Run.of("maturity", "--fail-below", "advanced", folder.toString()).code())
        .isEqualTo(1);
  }

  @Test
  void whatCannotBeReadHasNoLevel() throws IOException {
    write("countersign.yaml", "countersign: 2\n");
    Run run = Run.of("maturity", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).endsWith("no level.\n");
  }

  @Test
  void thePageListsTheCriteriaThatShip() throws IOException {
    Path page = Path.of("../docs/maturity.md");
    String text = Files.readString(page);
    String expected = text.substring(0, text.indexOf(MARK) + MARK.length()) + criteria();
    if (Boolean.getBoolean("countersign.update")) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page)).isEqualTo(expected);
  }

  private static String criteria() {
    StringBuilder page = new StringBuilder();
    for (Level level : Level.values()) {
      page.append("\n## ").append(level.word().substring(0, 1).toUpperCase(Locale.ROOT));
      page.append(level.word().substring(1)).append("\n\n").append(level.meaning());
      page.append("\n\n| criterion | what holds | how it is verified | usually takes |\n");
      page.append("|---|---|---|---|\n");
      Criteria.ALL.stream()
          .filter(criterion -> criterion.level() == level)
          .forEach(it ->
              page.append(
                  "| `%s` | %s | %s | %s |\n"
                      .formatted(it.id(), it.title(), it.how(), it.work().word())));
    }
    return page.toString();
  }

  private Set<String> missing() {
    return ids(
        maturity().systems().getFirst().judged().stream()
            .filter(judged -> !judged.seen().met())
            .map(Judged::criterion));
  }

  private static Set<String> ids(Stream<Criterion> criteria) {
    Set<String> ids = new HashSet<>();
    criteria.forEach(criterion -> ids.add(criterion.id()));
    return ids;
  }

  private Judged judged(String id) {
    return maturity().systems().getFirst().judged().stream()
        .filter(judged -> judged.criterion().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Maturity maturity() {
    Outcome outcome =
        Check.run(
            new Order(
                List.of(folder), Optional.empty(), Optional.empty(), Optional.empty(), TODAY));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return Maturity.of(
        ((Outcome.Done) outcome).systems().stream().map(MaturityTest::practice).toList());
  }

  private static Practice practice(Checked system) {
    return new Practice(system, Traces.of(Path.of(system.assessment().system().file())));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
