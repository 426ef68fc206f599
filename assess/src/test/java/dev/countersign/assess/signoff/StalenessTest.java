package dev.countersign.assess.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Catalogue;
import dev.countersign.attest.trust.Role;
import dev.countersign.knowledge.Family;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed since a signature, which answers are void because of it, and which stand. */
class StalenessTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void everything_is_signed() {
    office = new Office(folder).signs(Role.ML_LEAD);
    assertThat(office.told()).isEmpty();
    assertThat(office.ids(Standing.Sort.NEW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # who sorts what                  | # who sorts which letters
          Sorts letters to a bank           | Orders the letters of a bank
          gains: a complaint is lost        | gains: the bank forgets a complaint
          security@desk.example             | other@desk.example
          rate-limit: 24/day                | rate-limit: 1/h
          callers: [clerk], rate-limit: 24/day | rate-limit: 24/day, callers: clerk
          owner: platform, by: 2027-01-15   | by: 2027-01-15, owner: platform
          financial: 40 EUR                 | financial: 40..40 EUR
          next-checkpoint: 2027-02-01       | next-checkpoint: 2027-03-01
          next-checkpoint: 2027-02-01       | next-checkpoint: 2026-12-01
          """)
  void what_changes_no_meaning_voids_nothing(String text, String other) {
    office.edit(text, other);

    assertThat(office.told()).isEmpty();
    assertThat(office.ids(Standing.Sort.NEW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lookup, finder", "clerk, officer", "answerer, replier", "shelve, file-away"})
  void renaming_voids_nothing(String id, String other) {
    office.edit(id, other);

    assertThat(office.told()).isEmpty();
    assertThat(office.ids(Standing.Sort.NEW)).isEmpty();
  }

  @Test
  void renaming_what_is_answered_and_controlled_voids_nothing() {
    office.edit("  letters:", "  mail:").edit("[letters]", "[mail]").edit("@letters", "@mail");

    assertThat(office.told()).isEmpty();
    assertThat(office.ids(Standing.Sort.NEW)).isEmpty();
  }

  @Test
  void moving_lines_into_an_included_file_of_another_folder_voids_nothing() {
    String dataset =
        "  letters: { origin: production-logs, writers: [customer], labels: { from: complaints,"
            + " writers: [customer] }, files: letters.csv }\n";
    String control = office.part("controls:", "resolutions:");
    office
        .edit("datasets:\n" + dataset, "")
        .edit(control, "")
        .edit("countersign: 1", "countersign: 1\ninclude: [more/data.yaml]")
        .file(
            "more/data.yaml",
            "datasets:\n"
                + dataset.replace("files: letters.csv", "files: ../letters.csv")
                + control.replace("file: review.md", "file: ../review.md"));

    assertThat(office.told()).isEmpty();
    assertThat(office.ids(Standing.Sort.NEW)).isEmpty();
  }

  @Test
  void a_model_that_was_retrained() {
    office
        .edit("callers: [clerk]", "callers: [clerk, customer]")
        .signs(Role.ML_LEAD)
        .file("sorter.onnx", "other weights");

    assertThat(office.told())
        .contains(
            "evasion@sorter: [retrained] The model sorter was retrained or replaced: its files are"
                + " sha256:53959fa102f3…, and sha256:9a129038d9a0… was signed.")
        .allMatch(line -> line.contains(": [retrained] The model sorter was"));
    assertThat(office.ids(Standing.Sort.STANDS))
        .contains("direct-prompt-injection@answerer", "label-poisoning@letters", "few-letters");
  }

  @Test
  void new_data() {
    office.file("letters.csv", "letter,label\n1,complaint\n2,praise\n");

    assertThat(office.ids(Standing.Sort.VOID))
        .containsExactlyInAnyOrder("label-poisoning@letters", "data-poisoning@letters");
    assertThat(office.causes())
        .singleElement()
        .asString()
        .startsWith("[data] The data of letters changed: its files are sha256:");
  }

  @Test
  void data_that_is_gone() {
    office.edit("files: letters.csv", "files: gone/*.csv");

    assertThat(office.causes())
        .singleElement()
        .asString()
        .startsWith("[data] The files of letters are not there; sha256:");
  }

  @Test
  void a_new_tool() {
    office
        .edit("lookup: { effect: read }", "lookup: { effect: read }\n  refund: { effect: spend }")
        .edit("uses: [lookup]", "uses: [lookup, refund]");

    assertThat(office.told())
        .containsExactly(
            "direct-prompt-injection@answerer: [element] refund (tool) is new. [fact] uses of"
                + " answerer gained refund. [rank] It ranks critical now; it ranked high.");
    assertThat(office.ids(Standing.Sort.NEW))
        .containsExactlyInAnyOrder("tool-misuse@answerer", "origin@refund");
  }

  @Test
  void what_is_removed_from_a_group_leaves_the_answer_for_the_others() {
    String tools = "lookup: { effect: read, origin: open-source, updates: automatic }";
    office
        .edit(
            "lookup: { effect: read }",
            tools + "\n  finder: { effect: read, origin: open-source, updates: automatic }")
        .edit("uses: [lookup]", "uses: [lookup, finder]")
        .signs(Role.ML_LEAD);
    assertThat(office.ids(Standing.Sort.STANDS)).contains("tool-supply-chain@finder");

    office
        .edit("\n  finder: { effect: read, origin: open-source, updates: automatic }", "")
        .edit("uses: [lookup, finder]", "uses: [lookup]");

    assertThat(office.ids(Standing.Sort.STANDS)).contains("tool-supply-chain@lookup");
  }

  @Test
  void another_who_can_write() {
    office.edit("writers: [customer], labels", "writers: [customer, clerk], labels");

    assertThat(office.told())
        .containsExactly("data-poisoning@letters: [fact] writers of letters gained clerk.");
  }

  @Test
  void what_a_wrong_decision_costs_voids_the_accepted_risk_even_where_the_rank_stays() {
    office.edit("financial: 40 EUR", "financial: 41 EUR");

    assertThat(office.told())
        .containsExactly(
            "data-poisoning@letters: [decision] if-wrong.financial of shelve went from 40 EUR to"
                + " 41 EUR.");
  }

  @Test
  void a_rank_is_explained_by_what_was_edited() {
    office.edit("financial: 40 EUR", "financial: 40000 EUR");

    assertThat(office.told())
        .contains(
            "label-poisoning@letters: [fact] if-wrong.financial of shelve went from 40 EUR to 40000"
                + " EUR. [rank] It ranks high now; it ranked low.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until: 2027-06-30, reason | until: 2027-05-30, reason | data-poisoning@letters: [answer] In its answer, until went from 2027-06-30 to 2027-05-30.
          reason: Letters are read. | reason: Letters are few.  | data-poisoning@letters: [answer] In its answer, reason went from “Letters are read.” to “Letters are few.”.
          owner: post@desk.example  | owner: mail@desk.example  | few-letters: [answer] In its answer, owner went from post@desk.example to mail@desk.example.
          """)
  void an_answer_that_says_something_else(String text, String other, String told) {
    office.edit(text, other);

    assertThat(office.told()).containsExactly(told);
  }

  @Test
  void another_kind_of_answer() {
    office.edit(
        "accepted: { by: Board, until: 2027-06-30, reason: Letters are read., record: B-1 }",
        "planned: { control: robust-training@sorter, owner: ml, by: 2027-02-01, ticket: T-2 }");

    assertThat(office.told())
        .containsExactly(
            "data-poisoning@letters: [answer] Its answer is planned now; it was accepted.");
  }

  @Test
  void a_document_that_was_changed_after_the_signature() {
    office.file("review.md", "Reviewed again.\n");

    assertThat(office.told())
        .singleElement()
        .asString()
        .startsWith(
            "label-poisoning@letters: [control] label-quality-control@letters is no longer"
                + " proven.");
  }

  @Test
  void a_document_that_another_one_replaced() {
    office.replaceReview("Reviewed by more people.\n");

    assertThat(office.told())
        .containsExactly(
            "label-poisoning@letters: [evidence] The document that proves"
                + " label-quality-control@letters is another one.");
  }

  @Test
  void another_reviewer() {
    office.edit("reviewer: lead@desk.example", "reviewer: other@desk.example");

    assertThat(office.told())
        .containsExactly(
            "label-poisoning@letters: [evidence] reviewer of the document for"
                + " label-quality-control@letters went from lead@desk.example to"
                + " other@desk.example.");
  }

  @Test
  void days_that_pass() {
    office.edit("next-checkpoint: 2027-02-01", "next-checkpoint: 2028-01-01");
    office = new Office(folder).edit("next-checkpoint: 2027-02-01", "next-checkpoint: 2028-01-01");
    office.signs(Role.ML_LEAD).on("2027-07-01");

    assertThat(office.told())
        .anyMatch(line ->
            line.startsWith(
                "data-poisoning@letters: [expired] The acceptance ended on 2027-06-30."))
        .anyMatch(line ->
            line.startsWith(
                "label-poisoning@letters: [expired] label-quality-control@letters is no longer"
                    + " proven."))
        .anyMatch(
            line -> line.equals("few-letters: [expired] The assumption has passed its last day."))
        .hasSize(3);
  }

  @Test
  void the_day_of_the_review_passes_and_everything_needs_to_be_looked_at() {
    office.on("2027-02-02");

    assertThat(office.ids(Standing.Sort.STANDS)).isEmpty();
    assertThat(office.causes())
        .containsExactly(
            "[checkpoint] Everything was to be reviewed by 2027-02-01, and that day has passed.");

    office.edit("next-checkpoint: 2027-02-01", "next-checkpoint: 2027-08-01");
    assertThat(office.ids(Standing.Sort.STANDS)).as("a later day is no review").isEmpty();

    office.signs(Role.ML_LEAD);
    assertThat(office.told()).isEmpty();
  }

  @Test
  void a_rule_that_triggers_otherwise() {
    office.catalogue(
        changed(
            "data-poisoning",
            family -> with(family, family.when() + " || false", family.references(), "new words")));

    assertThat(office.told())
        .containsExactly(
            "data-poisoning@letters: [rule] The rule data-poisoning (pack core) triggers"
                + " otherwise.");
  }

  @Test
  void a_rule_that_reads_otherwise_voids_nothing() {
    office.catalogue(
        changed(
            "data-poisoning",
            family -> with(family, family.when(), family.references(), "new words")));

    assertThat(office.told()).isEmpty();
  }

  @Test
  void a_new_edition_of_a_catalogue() {
    office.catalogue(
        changed(
            "data-poisoning",
            family ->
                with(
                    family,
                    family.when(),
                    family.references().stream().map(id -> id.replace(":2026", ":2027")).toList(),
                    family.explanation())));

    assertThat(office.told())
        .containsExactly(
            "data-poisoning@letters: [catalogue] The rule data-poisoning (pack core) follows a new"
                + " edition: it cites LLM05:2027 in place of LLM05:2026.");
  }

  @Test
  void a_policy_that_lets_the_body_accept_less() {
    office.policy("acceptance: { bodies: { Board: { up-to: low } } }");

    assertThat(office.told())
        .containsExactly(
            "data-poisoning@letters: [policy] The policy lets Board accept up to low; it was"
                + " anything when that was signed.");
  }

  @Test
  void a_policy_about_something_else_voids_nothing() {
    office.policy("gate: { fail-on: low }\nplanned: { longest: 300d }");

    assertThat(office.told()).isEmpty();
  }

  @Test
  void what_changed_back_stands_again() {
    office.edit("until: 2027-06-30, reason", "until: 2027-05-30, reason");
    assertThat(office.told()).hasSize(1);

    office.edit("until: 2027-05-30, reason", "until: 2027-06-30, reason");
    assertThat(office.told()).isEmpty();
  }

  @Test
  void only_what_is_void_is_signed_anew_and_the_rest_stands_by_the_first_signature() {
    office.file("letters.csv", "letter,label\n");
    List<String> gone = office.ids(Standing.Sort.VOID);
    office.on("2026-11-28").signs(Role.ML_LEAD);

    assertThat(office.told()).isEmpty();
    assertThat(
            office.standings(Role.ML_LEAD).stream()
                .filter(it -> it.under().orElseThrow().day().toString().equals("2026-11-28"))
                .map(it -> it.item().id()))
        .containsExactlyElementsOf(gone);
  }

  private Catalogue changed(String id, UnaryOperator<Family> change) {
    Catalogue all = office.catalogue();
    return Catalogue.of(
        all.families().values().stream()
            .map(family -> family.id().equals(id) ? change.apply(family) : family)
            .toList(),
        all.controls().values());
  }

  private static Family with(
      Family family, String when, List<String> references, String explanation) {
    return new Family(
        family.id(),
        family.pack(),
        explanation.equals(family.explanation()) ? family.title() : "New title",
        explanation,
        family.stage(),
        family.on(),
        family.classic(),
        family.effort(),
        family.harm(),
        when,
        family.techniques(),
        references,
        family.controls(),
        family.precedents());
  }
}
