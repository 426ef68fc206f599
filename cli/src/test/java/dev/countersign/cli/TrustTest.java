package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
  private static final Path EXAMPLE = Path.of("../examples/card-fraud/countersign.yaml");

  @TempDir Path folder;

  @BeforeEach
  void aRepositoryWithTwoPublicKeys() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    for (String who : new String[] {"ada", "ben"}) {
      Run made =
          Run.of(
              "keys",
              "new",
              "--no-passphrase",
              "--allow-in-repository",
              "--out",
              at("keys/" + who));
      assertThat(made.code()).as(made.err()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "check", "init", "root"})
  void everyCommandHasHelp(String command) {
    Run run = Run.of("trust", command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    Golden.assertMatches("trust/help-" + command + ".txt", run.out());
  }

  @Test
  void withoutACommandItSaysWhichThereAre() {
    Run run = Run.of("trust");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("show", "check", "init", "root");
  }

  @Test
  void whereThereIsNoneItSaysHowToStart() {
    assertThat(Run.of("trust", "show", folder.toString()).out())
        .contains("no signature proves anything")
        .contains("countersign trust init --ml-lead ada=keys/ada.pub.pem");
  }

  @Test
  void whatInitWritesIsReadAndShown() throws IOException {
    Run written = init();
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(folder.resolve("countersign-trust.yaml"))
        .content()
        .isEqualTo(
            """
            countersign-trust: 1
            identities:
              ada: { key: keys/ada.pub.pem }
              ben: { key: keys/ben.pub.pem }
            rules:
              - { identity: ada, roles: [ml-lead] }
              - { identity: ben, roles: [security-lead] }
            """);
    assertThat(Run.of("trust", "show", folder.toString()).out())
        .contains("ada", "by the P-256 key", "speaks as ml-lead of every system, about everything");
    assertThat(init().err()).contains("countersign-trust.yaml is there already");
  }

  @Test
  void checkSaysWhoMaySignEachSystem() throws IOException {
    init();
    Files.copy(EXAMPLE, folder.resolve("countersign.yaml"));
    Run both = Run.of("trust", "check", folder.toString());
    assertThat(both.code()).as(both.out()).isZero();
    assertThat(both.out())
        .contains("may sign", "sign-off of card-fraud, as ml-lead: ada", "as security-lead: ben");
  }

  @Test
  void checkFailsAndWritesTheRuleWhereNobodyMay() throws IOException {
    init();
    Files.copy(EXAMPLE, folder.resolve("countersign.yaml"));
    Path policy = folder.resolve("countersign-trust.yaml");
    Files.writeString(policy, Files.readString(policy).replace("[security-lead]", "[ci]"));
    Run one = Run.of("trust", "check", folder.toString());
    assertThat(one.code()).isEqualTo(1);
    assertThat(one.out())
        .contains("NOBODY", "sign-off of card-fraud, as security-lead")
        .contains("- { identity: ID, roles: [security-lead], systems: [card-fraud] }");
  }

  @Test
  void oneKeyUnderTwoNamesIsNotTwoPeople() {
    Run run =
        Run.of(
            "trust",
            "init",
            "--ml-lead=ada=" + at("keys/ada.pub.pem"),
            "--security-lead=eve=" + at("keys/ada.pub.pem"),
            "--out=" + at("countersign-trust.yaml"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nothing was written");
    assertThat(folder.resolve("countersign-trust.yaml")).doesNotExist();
  }

  @Test
  void theTrustedRootOfSigstoreIsOnlyFetchedWhenTheNetworkIsAllowed() {
    Run run = Run.of("trust", "root", "--out", at("root.json"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Say --online");
    assertThat(folder.resolve("root.json")).doesNotExist();
  }

  @Test
  void theSchemaOfTheTrustPolicyIsPrinted() {
    assertThat(Run.of("schema", "trust").out()).startsWith("{").contains("countersign-trust");
  }

  private Run init() {
    return Run.of(
        "trust",
        "init",
        "--ml-lead=ada=" + at("keys/ada.pub.pem"),
        "--security-lead=ben=" + at("keys/ben.pub.pem"),
        "--out=" + at("countersign-trust.yaml"));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }
}
