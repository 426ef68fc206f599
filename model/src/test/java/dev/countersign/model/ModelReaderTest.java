package dev.countersign.model;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.yaml.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the language is read. */
class ModelReaderTest {
  private static final String HEAD =
      "countersign: 1\nsystem: { id: demo, purpose: Declines payments. }\n";

  @TempDir Path folder;

  @Test
  void readsTheSystemSection() {
    SystemInfo info =
        read("""
        countersign: 1
        system:
          id: card-fraud
          purpose: Declines payments.
          ml-lead: ml@bank.example
          next-checkpoint: 2027-02-01
        """)
            .info();

    assertThat(info.id()).isEqualTo("card-fraud");
    assertThat(info.purpose()).isEqualTo("Declines payments.");
    assertThat(info.mlLead()).contains("ml@bank.example");
    assertThat(info.securityLead()).isEmpty();
    assertThat(info.nextCheckpoint()).contains(LocalDate.of(2027, 2, 1));
    assertThat(info.place().line()).isEqualTo(2);
  }

  @Test
  void aKeyLeftOutIsUnknownAndNoneIsNot() {
    Map<String, Element> elements =
        readBody(
            """
            datasets:
              unknown: {}
              nothing:
              nobody: { writers: none }
              nobody-either: { writers: [] }
            """);

    assertThat(element(elements, "unknown").value("writers")).isEmpty();
    assertThat(element(elements, "nothing").facts()).isEmpty();
    assertThat(element(elements, "nobody").value("writers"))
        .contains(new FactValue.Refs(List.of()));
    assertThat(element(elements, "nobody-either").value("writers"))
        .contains(new FactValue.Refs(List.of()));
  }

  @Test
  void oneWordStandsForAListAndABareValueForTheShorthandKey() {
    Map<String, Element> elements =
        readBody(
            """
            actors: { merchant: partner }
            models: { m: { task: ranking, exposes: score } }
            datasets: { d: { writers: merchant } }
            """);

    assertThat(element(elements, "merchant").value("trust"))
        .contains(new FactValue.Level(TrustLevel.PARTNER));
    assertThat(element(elements, "m").words("exposes")).containsExactly("score");
    assertThat(element(elements, "d").refs("writers")).containsExactly("merchant");
  }

  @Test
  void nestedKeysAreJoinedByADot() {
    Element dataset =
        element(readBody("datasets: { d: { labels: { from: refunds, writers: [anyone] } } }"), "d");

    assertThat(dataset.text("labels.from")).contains("refunds");
    assertThat(dataset.refs("labels.writers")).containsExactly("anyone");
  }

  @Test
  void quantitiesAreReadInDaysAndRanges() {
    Map<String, Element> elements =
        readBody(
            """
            models: { m: { task: ranking } }
            components: { c: { rate-limit: 50/s, step-limit: 20, metered: yes, shared-by-tenants: false } }
            decisions:
              d: { by: m, volume: 70/week, if-wrong: { financial: 20..90.50 EUR } }
            """);

    Element component = element(elements, "c");
    assertThat(component.value("rate-limit")).contains(new FactValue.Rate(4_320_000, "50/s"));
    assertThat(component.value("step-limit")).contains(new FactValue.Count(20));
    assertThat(component.value("metered")).contains(new FactValue.Flag(true));
    assertThat(component.value("shared-by-tenants")).contains(new FactValue.Flag(false));
    Element decision = element(elements, "d");
    assertThat(decision.value("volume")).contains(new FactValue.Rate(10, "70/week"));
    assertThat(decision.value("if-wrong.financial"))
        .contains(new FactValue.Money(new BigDecimal("20"), new BigDecimal("90.50"), "EUR"));
  }

  @Test
  void everythingHasAPlace() {
    SystemModel model = read(HEAD + "models:\n  m:\n    task:\n      ranking\n");

    Element element = element(model.elements(), "m");
    assertThat(element.place()).isEqualTo(new Place(model.file(), 4, 3));
    assertThat(element.placeOf("task")).isEqualTo(new Place(model.file(), 5, 5));
    assertThat(element.placeOf("origin")).isEqualTo(element.place());
  }

  @Test
  void anyoneIsThereWithoutBeingDeclared() {
    Element anyone = element(readBody("models: { m: { task: ranking } }"), "anyone");

    assertThat(anyone.kind()).isEqualTo(ElementKind.ACTOR);
    assertThat(anyone.value("trust")).contains(new FactValue.Level(TrustLevel.PUBLIC));
  }

  @Test
  void controlsKeepTheArgumentsOfTheirEvidence() {
    ControlClaim claim =
        Optional.ofNullable(
                read(HEAD
                        + """
                        models: { m: { task: ranking } }
                        controls:
                          model-signing@m:
                            signature: m.sig
                            bom: [a.json, b.json]
                            document: { file: d.md, reviewer: { name: Ada } }
                        """)
                    .controls()
                    .get("model-signing@m"))
            .orElseThrow();

    assertThat(claim.control()).isEqualTo("model-signing");
    assertThat(claim.element()).isEqualTo("m");
    assertThat(arguments(claim, "signature")).isEqualTo(Map.of("file", "m.sig"));
    assertThat(arguments(claim, "bom")).isEqualTo(Map.of("file.1", "a.json", "file.2", "b.json"));
    assertThat(arguments(claim, "document"))
        .isEqualTo(Map.of("file", "d.md", "reviewer.name", "Ada"));
  }

  @Test
  void readsTheFourResolutionsEvenWhereArgumentsAreMissing() {
    Map<String, Resolution> resolutions =
        read(HEAD
                + """
                resolutions:
                  a@gone: { control: model-signing@gone }
                  b@gone: { planned: { owner: platform, by: 2027-01-15 } }
                  c@gone: { accepted: { by: Board } }
                  d@gone: { designed-out: {} }
                """)
            .resolutions();

    assertThat(resolutions.get("a@gone"))
        .isInstanceOfSatisfying(
            Resolution.ByControl.class,
            by -> assertThat(by.controls()).containsExactly("model-signing@gone"));
    assertThat(resolutions.get("b@gone"))
        .isInstanceOfSatisfying(
            Resolution.Planned.class,
            planned -> {
              assertThat(planned.by()).contains(LocalDate.of(2027, 1, 15));
              assertThat(planned.ticket()).isEmpty();
            });
    assertThat(resolutions.get("c@gone")).isInstanceOf(Resolution.Accepted.class);
    assertThat(resolutions.get("d@gone")).isInstanceOf(Resolution.DesignedOut.class);
  }

  @Test
  void includesAreReadOnceEachInOrder() {
    TestFiles.write(folder, "shared/actors.yaml", "actors: { a: staff }\ninclude: zones.yaml\n");
    TestFiles.write(folder, "shared/zones.yaml", "zones: { z: staff }\n");
    SystemModel model =
        read(HEAD + "include: [shared/actors.yaml, shared/zones.yaml, ./shared/actors.yaml]\n");

    assertThat(model.elements()).containsOnlyKeys("anyone", "a", "z");
    assertThat(model.sources())
        .extracting(source -> Path.of(source).getFileName().toString())
        .containsExactly("countersign.yaml", "actors.yaml", "zones.yaml");
    assertThat(element(model.elements(), "z").place().file()).endsWith("shared/zones.yaml");
  }

  @Test
  void theRepositoryIsTheNearestFolderAboveWithDotGit() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    TestFiles.write(folder, "shared.yaml", "actors: { a: staff }\n");
    Path main =
        TestFiles.write(folder, "deep/down/countersign.yaml", HEAD + "include: ../../shared.yaml");

    assertThat(TestFiles.model(main).elements()).containsKey("a");
  }

  @Test
  void outsideARepositoryTheFolderOfTheFileIsTheBound() {
    TestFiles.write(folder, "shared.yaml", "actors: { a: staff }\n");
    Path main = TestFiles.write(folder, "deep/countersign.yaml", HEAD + "include: ../shared.yaml");

    assertThat(ids(main)).containsExactly("bad-include");
  }

  @Test
  void aSymbolicLinkDoesNotLeadOutOfTheRepository() throws IOException {
    Path secret = TestFiles.write(folder, "secret/actors.yaml", "actors: { a: staff }\n");
    Path main = TestFiles.write(folder, "repository/countersign.yaml", HEAD + "include: link.yaml");
    Files.createSymbolicLink(folder.resolve("repository/link.yaml"), secret);

    assertThat(ids(main)).containsExactly("bad-include");
  }

  @Test
  void whatCouldNotBeReadIsNotReportedAgainByEveryReferenceToIt() {
    Path main =
        TestFiles.write(
            folder,
            "countersign.yaml",
            HEAD + "include: gone.yaml\ndatasets: { d: { writers: [somebody] } }\n");

    assertThat(ids(main)).containsExactly("bad-include");
  }

  @Test
  void unicodeWithAByteOrderMarkIsRead() {
    String text = HEAD.replace("Declines", "Prüft");
    for (byte[] content : List.of(text.getBytes(UTF_16), ("\uFEFF" + text).getBytes(UTF_8))) {
      Path file = TestFiles.write(folder, "countersign.yaml", content);
      assertThat(TestFiles.model(file).info().purpose()).isEqualTo("Prüft payments.");
    }
  }

  @Test
  void anAliasRepeatsAValue() {
    Map<String, Element> elements =
        readBody("datasets:\n  a: { writers: &who [anyone] }\n  b: { writers: *who }\n");

    assertThat(element(elements, "b").refs("writers")).containsExactly("anyone");
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    assertThat(ids(folder.resolve("countersign.yaml"))).containsExactly("no-file");
    assertThat(ids(folder)).containsExactly("no-file");
  }

  @Test
  void aFileOfMoreThanFourMebibytesIsRefusedWithTheLimit() {
    byte[] large = ("# " + "x".repeat(4 * 1024 * 1024)).getBytes(UTF_8);
    Problem problem = only(TestFiles.write(folder, "countersign.yaml", large));

    assertThat(problem.message()).contains("4 MiB");
    assertThat(problem.expected().orElse("")).contains("4 MiB");
  }

  @Test
  void afterOneHundredProblemsOnlyTheNumberIsTold() {
    StringBuilder actors = new StringBuilder(HEAD + "actors:\n");
    for (int i = 0; i < 150; i++) {
      actors.append("  a").append(i).append(": nobody\n");
    }
    List<Problem> problems =
        ModelReader.read(TestFiles.write(folder, "countersign.yaml", actors.toString())).problems();

    assertThat(problems).hasSize(Problems.SHOWN + 1);
    assertThat(problems.getLast().message()).isEqualTo("and 50 more problems");
  }

  @Test
  void problemsAreSortedByPlace() {
    Path file =
        TestFiles.write(
            folder,
            "countersign.yaml",
            HEAD + "datasets: { d: { writers: [gone] } }\nactors: { a: nobody }\nmodel: {}\n");

    assertThat(ids(file)).containsExactly("dead-reference", "unknown-word", "unknown-key");
  }

  @Test
  void readingTwiceGivesTheSame() {
    for (int seed = 0; seed < 50; seed++) {
      Map<String, Object> system = RandomSystem.of(seed);
      String text = YamlText.of(Mutation.any(system, new Random(seed)));
      Path file = TestFiles.write(folder, "countersign.yaml", text);
      assertThat(ModelReader.read(file)).isEqualTo(ModelReader.read(file));
    }
  }

  private SystemModel read(String text) {
    return TestFiles.model(TestFiles.write(folder, "countersign.yaml", text));
  }

  private Map<String, Element> readBody(String body) {
    return read(HEAD + body).elements();
  }

  private static Element element(Map<String, Element> elements, String id) {
    return Optional.ofNullable(elements.get(id)).orElseThrow();
  }

  private static Map<String, String> arguments(ControlClaim claim, String kind) {
    Map<String, String> texts = new TreeMap<>();
    Optional.ofNullable(claim.evidence().get(kind))
        .orElseThrow()
        .arguments()
        .forEach((name, argument) -> texts.put(name, argument.text()));
    return texts;
  }

  private static List<String> ids(Path file) {
    return ModelReader.read(file).problems().stream().map(Problem::id).toList();
  }

  private static Problem only(Path file) {
    List<Problem> problems = ModelReader.read(file).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
