package dev.countersign.cli.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.Run;
import dev.countersign.cli.revision.TemporaryRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code signoff} and {@code status}, from a first signature to one that is partly void. */
class SignoffTest {
  private static final String DESPITE = "--despite-fail";

  @TempDir Path folder;
  private SignedTree tree;

  @BeforeEach
  void plant() {
    tree = new SignedTree(folder);
  }

  @Test
  void two_people_sign_and_check_shows_it() {
    Run ada = tree.signs("ada", "ml-lead");
    Run ben = tree.signs("ben", "security-lead");

    assertThat(ada.err()).isEmpty();
    assertThat(ada.code()).isZero();
    assertThat(tree.plain(ada.out()))
        .contains("to be signed as ML lead")
        .contains(
            "Signed by Ada Lovelace as ML lead: .countersign/sign-off/desk/ml-lead.2026-11-22.")
        .contains("Still to sign: Security lead, ben@desk.example.");
    assertThat(ben.out()).contains("Signed by Ben Bitdiddle").doesNotContain("Still to sign");
    assertThat(tree.files()).hasSize(2).allMatch(name -> name.endsWith(".sigstore.json"));
    assertThat(tree.run("check").out())
        .contains("ML lead: signed by Ada Lovelace on 2026-11-22")
        .contains("Security lead: signed by Ben Bitdiddle on 2026-11-22");
    assertThat(tree.run("check", "--format", "json").out()).contains("\"state\": \"signed\"");
  }

  @Test
  void only_what_is_void_is_signed_anew() {
    tree.signs("ada", "ml-lead");
    tree.write("letters.csv", "letter,label\n");

    assertThat(tree.run("check").out())
        .contains("ML lead: void in part, signed by Ada Lovelace on 2026-11-22")
        .contains("The data of letters changed: its files are sha256:");
    Run again = tree.signs("ada", "ml-lead");
    assertThat(again.out())
        .contains("CHANGED SINCE THE LAST SIGNATURE")
        .contains("The data of letters changed")
        .contains("SIGNS  2 threats;");
    assertThat(tree.run("check").out()).contains("ML lead: signed by Ada Lovelace");
    assertThat(tree.signs("ada", "ml-lead").out()).startsWith("Nothing to sign: all ");
  }

  @Test
  void a_key_that_may_not_speak_in_the_role_writes_nothing() {
    Run wrong = tree.signs("ada", "security-lead");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("the signature would not count, so nothing was written.")
        .contains("lets ada speak as security-lead of desk.")
        .contains("- { identity: ada, roles: [security-lead], systems: [desk] }");
    assertThat(tree.signs("eve", "ml-lead").code()).isEqualTo(2);
    assertThat(tree.files()).isEmpty();
  }

  @Test
  void without_a_trust_policy_nothing_is_signed() throws IOException {
    Files.delete(tree.path("countersign-trust.yaml"));

    Run run = tree.signs("ada", "ml-lead");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no countersign-trust.yaml");
  }

  @Test
  void a_gate_that_fails_is_signed_only_with_the_reason() {
    tree.write("countersign-policy.yaml", "countersign-policy: 1\ngate: { fail-on: low }\n");

    assertThat(tree.signs("ada", "ml-lead").err()).contains("the gate fails.");
    assertThat(tree.files()).isEmpty();

    assertThat(tree.signs("ada", "ml-lead", DESPITE, "Met in release 4.").code()).isZero();
    assertThat(tree.run("status", "--format", "json").out())
        .contains("\"despite\": \"Met in release 4.\"");
  }

  @Test
  void a_policy_that_wants_signatures_does_not_keep_the_first_from_signing() {
    tree.write(
        "countersign-policy.yaml",
        "countersign-policy: 1\ngate: { fail-on: never }\n"
            + "sign-off: { required: [ml-lead, security-lead] }\n");
    assertThat(tree.run("check").code()).isEqualTo(1);

    tree.signs("ada", "ml-lead");
    assertThat(tree.run("check").code()).isEqualTo(1);
    tree.signs("ben", "security-lead");
    assertThat(tree.run("check").code()).isZero();

    tree.write("sorter.onnx", "other weights").write("letters.csv", "x\n");
    assertThat(tree.run("check").code()).isEqualTo(1);
  }

  @Test
  void a_review_that_is_due_comes_before_the_signature() {
    tree.edit("next-checkpoint: 2027-02-01", "next-checkpoint: 2026-11-01");

    assertThat(tree.signs("ada", "ml-lead", DESPITE, "x").err())
        .contains("the review of desk was due by 2026-11-01");
  }

  @Test
  void nobody_is_there_to_ask() {
    Run run =
        Run.of(
            "signoff",
            folder.toString(),
            "--role",
            "ml-lead",
            "--key",
            tree.path("keys/ada.pem").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("there is nobody to ask whether to sign. To sign without: --yes");
  }

  @Test
  void a_role_of_machines() {
    assertThat(tree.signs("ada", "ci").err())
        .contains("--role ci is no role in which people sign. Choose ml-lead, security-lead,");
  }

  @Test
  void the_status_of_a_tree() {
    tree.signs("ada", "ml-lead");
    tree.write("letters.csv", "letter,label\n");

    Run status = tree.run("status");

    assertThat(status.code()).isZero();
    assertThat(status.out())
        .contains("desk")
        .contains("VOID in part, signed by Ada Lovelace on 2026-11-22")
        .contains("The data of letters changed")
        .contains("voids label-poisoning@letters, data-poisoning@letters")
        .contains("not signed, ben@desk.example")
        .contains("CALENDAR")
        .contains("2027-02-01")
        .contains("2027-06-30");
  }

  @Test
  void what_changed_since_the_signature_is_in_the_report() throws IOException {
    tree.signs("ada", "ml-lead");
    tree.edit("callers: [clerk]", "callers: [clerk, customer]");

    Run report =
        tree.run(
            "report", "--to", "html", "--since", "sign-off", "--out", tree.path("out").toString());

    assertThat(report.err()).isEmpty();
    assertThat(Files.readString(tree.path("out/desk.html")))
        .contains("the sign-off of 2026-11-22")
        .contains("callers of api gained customer");
  }

  @Test
  void a_revision_is_judged_by_the_trust_policy_and_the_keys_that_it_had() throws IOException {
    tree.edit(
        "resolutions:",
        """
        controls:
          revalidation@api: { sign-off: { roles: [ml-lead, security-lead] } }
        resolutions:\
        """);
    tree.signs("ada", "ml-lead");
    tree.signs("ben", "security-lead");
    try (TemporaryRepository repository = new TemporaryRepository(folder)) {
      repository.commit("signed");
      Files.delete(tree.path("countersign-trust.yaml"));
      repository.commit("nobody");
    }

    Run diff = Run.of("diff", "signed", "nobody", folder.toString());

    assertThat(diff.out()).contains("revalidation@api is no longer proven");
  }

  @Test
  void the_page_shows_who_signed() throws IOException {
    tree.signs("ada", "ml-lead");

    Run report = tree.run("report", "--to", "one-page.html", "--out", tree.path("out").toString());

    assertThat(report.err()).isEmpty();
    assertThat(Files.readString(tree.path("out/desk.one-page.html")))
        .contains("Signed by Ada Lovelace on ");
  }
}
