package dev.countersign.assess.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole language of a trust policy, and what is wrong with a wrong one. */
class TrustReaderTest {
  private static final Path SHIPPED = Path.of("../docs/schema/countersign-trust-1.schema.json");
  private static final String START =
      "countersign-trust: 1\nidentities: { ada: { key: ada.pem }, ben: { key: ben.pem } }\n";

  @TempDir Path outside;
  private Path repository;

  @BeforeEach
  void twoKeys() throws IOException {
    repository = outside.resolve("repository");
    Files.createDirectories(repository.resolve(".git"));
    key("ada.pem", KeyKind.P256);
    key("ben.pem", KeyKind.ED25519);
  }

  @Test
  void readsWhoMaySayWhat() {
    Trusted trusted =
        read(
            START
                + "rules:\n"
                + "  - { identity: ada, roles: [ml-lead, ci], systems: card-fraud,"
                + " predicates: [https://slsa.dev/provenance/v1], from: 2026-01-01, until: 2027-12-31 }\n");
    assertThat(trusted.policy().identities())
        .extracting(Identity::id)
        .containsExactly("ada", "ben");
    Rule rule = trusted.policy().rules().getFirst();
    assertThat(rule.roles()).isEqualTo(Set.of(Role.ML_LEAD, Role.CI));
    assertThat(rule.systems()).containsExactly("card-fraud");
    assertThat(rule.predicateTypes()).containsExactly("https://slsa.dev/provenance/v1");
    assertThat(rule.from()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(rule.until()).contains(Instant.parse("2028-01-01T00:00:00Z"));
    assertThat(rule.place()).endsWith("countersign-trust.yaml:4");
    assertThat(trusted.files())
        .containsExactly(
            repository.resolve("countersign-trust.yaml"),
            repository.resolve("ada.pem"),
            repository.resolve("ben.pem"));
  }

  @Test
  void readsAKeyThatStandsInIt() throws IOException {
    String pem = Files.readString(repository.resolve("ada.pem")).indent(6);
    Trusted trusted = read("countersign-trust: 1\nidentities:\n  ada:\n    key: |\n" + pem);
    assertThat(trusted.policy().identities()).hasSize(1);
    assertThat(trusted.files()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{} # missing-key",
        "countersign-trust: 2 # bad-value",
        "countersign-trust: 1\nidentity: {} # unknown-key",
        "countersign-trust: 1\nidentities: { a b: { key: ada.pem } } # bad-id",
        "countersign-trust: 1\nidentities: { ada: { name: Ada } } # identity-means",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem, sigstore: { issuer: 'https://x', subject: y } } } # identity-means",
        "countersign-trust: 1\nidentities: { ada: { sigstore: { issuer: 'http://x', subject: y } } } # bad-value",
        "countersign-trust: 1\nidentities: { ada: { certificate: { subject: y } } } # missing-key",
        "countersign-trust: 1\nrules: { identity: ada } # wrong-shape",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem } }\nrules: [ { identity: ada, roles: [mllead] } ] # unknown-word",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem } }\nrules: [ { identity: ada, roles: [] } ] # wrong-shape",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem } }\nrules: [ { identity: ada, roles: ci, systems: [] } ] # wrong-shape",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem } }\nrules: [ { identity: ada, roles: ci, predicates: slsa } ] # bad-value",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem } }\nrules: [ { identity: ada } ] # missing-key",
        "countersign-trust: 1\nidentities: { ada: { key: ada.pem } }\nrules: [ { identity: ada, roles: ci, until: soon } ] # bad-value",
        "countersign-trust: 1\nsigstore: {} # missing-key"
      })
  void readerAndSchemaRefuseTheSame(String text) {
    String id = text.substring(text.lastIndexOf("# ") + 2);
    assertThat(problems(text)).extracting(Problem::id).contains(id);
    assertThat(schema().validate(tree(text))).isNotEmpty();
  }

  @Test
  void theSchemaAdmitsWhatTheReaderReadsAndIsPublished() throws IOException {
    String text = START + "rules: [ { identity: ada, roles: ci, until: '2027-01-01' } ]\n";
    read(text);
    assertThat(schema().validate(tree(text))).isEmpty();
    assertThat(Files.readString(SHIPPED)).isEqualTo(TrustSchema.text());
  }

  @Test
  void aRuleForNobodySuggestsTheNearest() {
    Problem problem = problems(START + "rules: [ { identity: adda, roles: ci } ]").getFirst();
    assertThat(problem.id()).isEqualTo("unknown-identity");
    assertThat(problem.next()).isEqualTo("Did you mean 'ada'?");
    assertThat(problem.place().line()).isEqualTo(3);
  }

  @Test
  void twoIdentitiesOfOneKeyAreRefused() throws IOException {
    Files.copy(repository.resolve("ada.pem"), repository.resolve("eve.pem"));
    List<Problem> problems =
        problems(
            "countersign-trust: 1\nidentities: { ada: { key: ada.pem }, eve: { key: eve.pem } }");
    assertThat(problems).extracting(Problem::id).containsExactly("same-identity");
    assertThat(problems.getFirst().message()).contains("'eve'").contains("'ada'");
  }

  @Test
  void weakKeysAndOtherFilesAreRefused() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    Files.write(repository.resolve("rsa.pem"), PublicKeys.pem(rsa.generateKeyPair().getPublic()));
    Files.writeString(repository.resolve("note.pem"), "no key");
    for (String file : List.of("rsa.pem", "note.pem")) {
      assertThat(problems("countersign-trust: 1\nidentities: { a: { key: " + file + " } }"))
          .extracting(Problem::id)
          .containsExactly("bad-key");
    }
  }

  @Test
  void filesOutsideTheRepositoryAreNotRead() throws IOException {
    Files.copy(repository.resolve("ada.pem"), outside.resolve("ada.pem"));
    Files.createSymbolicLink(repository.resolve("link.pem"), outside.resolve("ada.pem"));
    for (String file :
        List.of("../ada.pem", outside + "/ada.pem", "link.pem", "none.pem", ".git")) {
      assertThat(problems("countersign-trust: 1\nidentities: { a: { key: " + file + " } }"))
          .as(file)
          .extracting(Problem::id)
          .containsExactly("bad-file");
    }
  }

  @Test
  void aRuleThatEndsBeforeItBeginsIsRefused() {
    assertThat(
            problems(
                START
                    + "rules: [ { identity: ada, roles: ci, from: 2027-01-01, until: 2026-01-01 } ]"))
        .extracting(Problem::id)
        .containsExactly("bad-span");
  }

  @Test
  void adviceNamesWhatIsProbablyNotMeant() {
    Trusted trusted =
        read(
            START
                + """
                rules:
                  - { identity: ada, roles: [ml-lead, security-lead] }
                  - { identity: ada, roles: [ml-lead], systems: [card-fraud] }
                  - { identity: ada, roles: [ci], until: 2026-12-01 }
                """);
    assertThat(TrustAdvice.of(trusted, LocalDate.parse("2026-11-22")))
        .extracting(TrustAdvice::message)
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).isEqualTo("No rule lets ben speak."),
            message -> assertThat(message).contains("ml-lead and as security-lead"),
            message -> assertThat(message).contains("adds nothing"),
            message -> assertThat(message).isEqualTo("The rule for ada ends after 2026-12-01."));
  }

  @Test
  void damagedPoliciesAreReadOrExplainedAndNeverBreak() {
    String text = START + "rules: [ { identity: ada, roles: [ci], until: 2027-01-01 } ]\n";
    Random random = new Random(26);
    for (int i = 0; i < 500; i++) {
      StringBuilder damaged = new StringBuilder(text);
      for (int hit = random.nextInt(4); hit >= 0; hit--) {
        damaged.setCharAt(
            random.nextInt(damaged.length()), "{}[]:,-&*!'\"\n é\0".charAt(random.nextInt(16)));
      }
      TrustReader.Result result = TrustReader.parse(file(), damaged.toString());
      assertThat(result.trusted().isPresent()).isEqualTo(result.problems().isEmpty());
    }
  }

  @Test
  void isLookedForUpwardsInTheRepository() throws IOException {
    Path folder = Files.createDirectories(repository.resolve("systems/fraud"));
    assertThat(TrustFile.find(folder)).isEqualTo(Optional.empty());
    Files.writeString(outside.resolve(TrustFile.NAME), "countersign-trust: 1\n");
    assertThat(TrustFile.find(folder)).isEmpty();
    Files.writeString(file(), "countersign-trust: 1\n");
    assertThat(TrustFile.find(folder)).contains(file());
  }

  private Path file() {
    return repository.resolve(TrustFile.NAME);
  }

  private void key(String name, KeyKind kind) throws IOException {
    Files.write(repository.resolve(name), PublicKeys.pem(NewKeys.generate(kind).getPublic()));
  }

  private Trusted read(String text) {
    TrustReader.Result result = TrustReader.parse(file(), text);
    assertThat(result.problems()).isEmpty();
    return result.trusted().orElseThrow();
  }

  private List<Problem> problems(String text) {
    return TrustReader.parse(file(), text).problems();
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(TrustSchema.text(), InputFormat.JSON);
  }

  private static JsonNode tree(String yaml) {
    return new JsonMapper()
        .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }
}
