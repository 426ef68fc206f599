package dev.countersign.assess.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.Finding;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Statements;
import dev.countersign.attest.Subject;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.trust.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Signed files beside a system: what is believed, what is refused and why. */
class SignOffFilesTest {
  @TempDir Path folder;
  private Office office;
  private Desk desk;

  @BeforeEach
  void open() {
    office = new Office(folder);
    desk = new Desk(office);
  }

  @Test
  void two_people_sign_and_the_system_is_signed() {
    desk.signs("ada", Role.ML_LEAD);
    desk.signs("ben", Role.SECURITY_LEAD);

    assertThat(states()).containsExactly("Signed by Ada", "Signed by Ben");
    assertThat(signOffs().complete()).isTrue();
    assertThat(findings()).isEmpty();
  }

  @Test
  void nobody_signed_and_nobody_asks_for_it() {
    assertThat(states()).containsExactly("Unsigned", "Unsigned");
    assertThat(findings()).isEmpty();
  }

  @Test
  void a_policy_asks_for_it() {
    office.policy("sign-off: { required: [ml-lead, security-lead] }\ngate: { fail-on: never }");
    desk.signs("ada", Role.ML_LEAD);

    assertThat(findings())
        .containsExactly(
            "error missing-sign-off:security-lead: The policy requires that the security lead"
                + " (security@desk.example) signs desk, and nobody has. → Go through it, then sign:"
                + " countersign signoff --role security-lead countersign.yaml");
    assertThat(assessment().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void what_changed_is_told_once_with_what_it_voids() {
    desk.signs("ada", Role.ML_LEAD);
    office.file("letters.csv", "letter,label\n");

    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith(
            "warning void-sign-off:ml-lead: Ada signed as ML lead on 2026-11-20; 2 answers are void"
                + " because of what changed, 20 stand. The data of letters changed: its files are"
                + " sha256:")
        .endsWith(
            "→ Look at what changed (countersign status), mend what should not have, then sign only"
                + " that anew: countersign signoff --role ml-lead countersign.yaml");
  }

  @Test
  void what_is_void_is_an_error_where_the_policy_asks_for_signatures() {
    office.policy("sign-off: { required: [ml-lead] }\ngate: { fail-on: never }");
    desk.signs("ada", Role.ML_LEAD);
    assertThat(assessment().verdict()).isEqualTo(Verdict.PASS);

    office.file("letters.csv", "letter,label\n");
    assertThat(assessment().verdict()).isEqualTo(Verdict.FAIL);

    desk.signs("ada", Role.ML_LEAD);
    assertThat(assessment().verdict()).isEqualTo(Verdict.PASS);
    assertThat(states()).containsExactly("Signed by Ada", "Unsigned");
  }

  @Test
  void a_risk_body_signs_the_risks_above_a_rank_and_nothing_else() {
    office.edit("financial: 40 EUR", "financial: 40000 EUR");
    office.policy("sign-off: { risk-body-above: low }\ngate: { fail-on: never }");
    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith("error missing-sign-off:risk-body: The policy requires that the risk body");

    desk.signs("ray", Role.RISK_BODY);

    assertThat(findings()).isEmpty();
    assertThat(signOffs().of(Role.RISK_BODY).orElseThrow().items())
        .extracting(standing -> standing.item().id())
        .containsExactly("data-poisoning@letters");
  }

  @Test
  void one_person_in_both_roles_is_no_second_signature() {
    desk.lets("ada", Role.SECURITY_LEAD);
    desk.signs("ada", Role.ML_LEAD);
    desk.signs("ada", Role.SECURITY_LEAD);

    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith("warning same-signer:desk: Ada signed desk in more than one role.");
    assertThat(signOffs().complete()).isFalse();
  }

  @Test
  void a_key_that_nobody_knows() {
    desk.signs("eve", Role.ML_LEAD);

    refused("ml-lead.0", "proves nothing.");
  }

  @Test
  void the_right_key_for_another_role() {
    desk.signs("ben", Role.ML_LEAD);

    refused("ml-lead.0", "No rule of countersign-trust.yaml lets ben speak as ml-lead of desk.");
  }

  @Test
  void a_statement_about_another_system() {
    Path there = folder.resolve("there");
    Office other = new Office(there).edit("id: desk", "id: counter");
    Statement about = SignOffStatement.of(other.draft(Role.ML_LEAD));
    desk.signs("ada", about, Role.ML_LEAD);

    refused("ml-lead.0", "It is about the system counter, and lies among the sign-offs of desk.");
  }

  @Test
  void a_statement_of_the_future() {
    office.on("2026-11-21");
    Statement later = SignOffStatement.of(office.draft(Role.ML_LEAD));
    office.on("2026-11-20");
    desk.signs("ada", later, Role.ML_LEAD);

    assertThat(states()).as("a day that is judged later does not know it").contains("Unsigned");
    assertThat(findings()).isEmpty();
  }

  @Test
  void an_item_whose_digest_is_not_that_of_its_content() {
    desk.signs(
        "ada",
        edited(predicate ->
            ((ObjectNode) predicate.get("items").get(0)).put("digest", "sha256:" + "0".repeat(64))),
        Role.ML_LEAD);

    refused("ml-lead.0", "The digest of direct-prompt-injection@answerer is not that of its");
  }

  @Test
  void a_dependency_that_was_left_out() {
    desk.signs(
        "ada",
        edited(
            predicate -> ((ArrayNode) predicate.get("items").get(0).get("dependencies")).remove(0)),
        Role.ML_LEAD);

    refused("ml-lead.0", "The digest of direct-prompt-injection@answerer is not that of its");
  }

  @Test
  void a_system_inside_that_is_not_the_subject() {
    Statement right = SignOffStatement.of(office.draft(Role.ML_LEAD));
    desk.signs(
        "ada",
        new Statement(
            List.of(Subject.sha256("desk", "0".repeat(64))),
            right.predicateType(),
            right.predicate()),
        Role.ML_LEAD);

    refused("ml-lead.0", "Its subject is not the system that it holds.");
  }

  @Test
  void another_type_of_predicate() {
    Statement right = SignOffStatement.of(office.draft(Role.ML_LEAD));
    desk.signs(
        "ada",
        new Statement(right.subjects(), "https://example.org/other/v1", right.predicate()),
        Role.ML_LEAD);

    refused("ml-lead.0", "It is a statement of the type https://example.org/other/v1");
  }

  @Test
  void a_payload_of_another_type() throws Exception {
    byte[] payload = Statements.write(SignOffStatement.of(office.draft(Role.ML_LEAD)));
    Bundle bundle = desk.signer("ada").sign(payload, "text/plain");
    Files.createDirectories(office.drawer());
    Files.write(office.drawer().resolve("ml-lead.x.sigstore.json"), bundle.toJson());

    refused("ml-lead.x", "The envelope holds a payload of another type");
  }

  @Test
  void a_changed_byte() throws IOException {
    Path file = desk.signs("ada", Role.ML_LEAD);
    String text = Files.readString(file);
    int at = text.indexOf("\"sig\"") + 20;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(file, text.substring(0, at) + other + text.substring(at + 1));

    refused("ml-lead.0", "proves nothing.");
    assertThat(states()).contains("Unsigned");
  }

  @Test
  void files_that_are_no_statements() throws IOException {
    Files.createDirectories(office.drawer());
    Files.writeString(office.drawer().resolve("a.sigstore.json"), "{");
    Files.write(office.drawer().resolve("b.sigstore.json"), new byte[(16 << 20) + 1]);
    Files.createDirectory(office.drawer().resolve("c.sigstore.json"));
    Files.createSymbolicLink(
        office.drawer().resolve("d.sigstore.json"), folder.resolve("countersign.yaml"));
    Files.writeString(office.drawer().resolve(".ml-lead.x.sigstore.json.4711"), "half");

    assertThat(findings())
        .hasSize(4)
        .allMatch(finding -> finding.startsWith("warning refused-sign-off:"));
  }

  @Test
  void without_a_trust_policy_nothing_is_believed() {
    desk.signs("ada", Role.ML_LEAD);
    office.trusts(TrustContext.NONE);

    refused("ml-lead.0", "There is no trust policy that says whose signature counts.");
  }

  @Test
  void a_release_is_approved_by_the_signatures_themselves() {
    office.edit(
        "controls:\n",
        "controls:\n  revalidation@shelve:\n    sign-off: { roles: [ml-lead, security-lead] }\n");
    assertThat(approval().doubt()).contains("The ml-lead has not signed it.");

    desk.signs("ada", Role.ML_LEAD);
    desk.signs("ben", Role.SECURITY_LEAD);

    assertThat(approval().proven()).isTrue();
    assertThat(signOffs().complete()).as("a signature does not stand on itself").isTrue();
  }

  @Test
  void a_release_of_a_model_is_approved_only_where_somebody_would_notice_another_model() {
    office.edit(
        "controls:\n",
        "controls:\n  revalidation@sorter:\n    sign-off: { roles: [ml-lead, security-lead] }\n");
    desk.signs("ada", Role.ML_LEAD);
    desk.signs("ben", Role.SECURITY_LEAD);

    assertThat(control("revalidation@sorter").doubt())
        .hasValueSatisfying(why ->
            assertThat(why).contains("no answer that was signed stands on the files of sorter"));
  }

  private ControlState approval() {
    return control("revalidation@shelve");
  }

  private ControlState control(String id) {
    return Optional.ofNullable(assessment().controls().get(id)).orElseThrow();
  }

  private Statement edited(Consumer<ObjectNode> edit) {
    Statement statement = SignOffStatement.of(office.draft(Role.ML_LEAD));
    edit.accept(statement.predicate());
    return statement;
  }

  private void refused(String file, String why) {
    assertThat(states()).contains("Unsigned");
    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith("warning refused-sign-off:")
        .contains(".countersign/sign-off/desk/" + file + ".sigstore.json proves nothing.")
        .contains(why);
  }

  private Assessment assessment() {
    return office.checked().assessment();
  }

  private SignOffs signOffs() {
    return assessment().signOffs();
  }

  private List<String> states() {
    return signOffs().roles().stream().map(signOff -> said(signOff.state())).toList();
  }

  private static String said(SignOff.State state) {
    return switch (state) {
      case SignOff.State.Unsigned _ -> "Unsigned";
      case SignOff.State.Signed signed -> "Signed by " + signed.by();
      case SignOff.State.Void gone -> "Void by " + gone.by();
    };
  }

  /** Those about signatures. */
  private List<String> findings() {
    return assessment().findings().stream()
        .filter(
            finding -> finding.rule().endsWith("-sign-off") || finding.rule().equals("same-signer"))
        .map(this::said)
        .toList();
  }

  private String said(Finding finding) {
    return "%s %s: %s → %s"
        .formatted(finding.severity().word(), finding.id(), finding.message(), finding.next())
        .replace(folder + "/", "");
  }
}
