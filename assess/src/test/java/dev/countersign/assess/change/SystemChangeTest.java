package dev.countersign.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.derive.Derivation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told about a change of one system, and what is given as its cause. */
class SystemChangeTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate-limit: 24/day            | rate-limit: 1/h
          [clerk], rate-limit: 24/day   | clerk, rate-limit: '24/day'
          base: none                    | base: []
          trust: customer, gains: a complaint is lost | gains: "a complaint is lost", trust: customer
          countersign: 1                | '# the desk\n\ncountersign: 1'
          volume: 100/day, reversible   | volume: "100/day",    reversible
          """)
  void the_way_it_is_written_is_no_change(String text, String other) {
    SystemChange change =
        SystemChange.between(desk.version(), desk.with(text, other.replace("\\n", "\n")));

    assertThat(change.isEmpty()).isTrue();
    assertThat(change.wording()).isEmpty();
  }

  @Test
  void words_that_decide_nothing_are_told_but_are_no_change() {
    SystemChange change =
        SystemChange.between(desk.version(), desk.with("Sorts letters", "Orders letters"));

    assertThat(change.isEmpty()).isTrue();
    assertThat(change.wording()).extracting(w -> w.fact().toString()).contains("purpose@system");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          callers: [clerk]   | callers: [clerk, customer] | new evasion@sorter [needed: callers of api gained customer.]
          callers: [clerk]   | callers: [customer]   | new evasion@sorter [needed: callers of api went from clerk to customer.]
          writers: [customer], labels   | writers: [clerk], labels | gone data-poisoning@letters [needed: writers of letters went from customer to clerk.]
          writers: [customer], labels   | labels     | gone data-poisoning@letters [needed: writers of letters is no longer stated; it was customer.]
          automation: human-approves, volume: 100/day | if-wrong: { harm: safety }, automation: automatic, volume: 100/day | reranked label-poisoning@letters [needed: automation of shelve went from human-approves to automatic., needed: if-wrong.harm of shelve is safety; it was not stated.]
          by: Board, until: 2027-06-30  | by: Board, until: 2026-06-30  | 'reopened data-poisoning@letters [stated: In its answer (accepted), until went from 2027-06-30 to 2026-06-30., stated: The acceptance ended on 2026-06-30.]'
          '  label-poisoning@letters: { control: label-quality-control@letters }' | '' | 'reopened label-poisoning@letters [stated: Its answer was taken out: by label-quality-control@letters.]'
          record: B-1 | record: B-2 | 'answered data-poisoning@letters [stated: In its answer (accepted), record went from B-1 to B-2.]'
          'customer: { trust: customer' | 'customer: { trust: staff' | 'gone label-poisoning@letters [needed: trust of customer went from customer to staff.]'
          """)
  void the_fact_that_made_the_difference_is_named(String text, String other, String told) {
    SystemChange change = SystemChange.between(desk.version(), desk.with(text, other));

    assertThat(Desk.told(change)).contains(told);
  }

  @Test
  void two_changes_that_are_both_needed_are_both_named() {
    SystemChange change =
        SystemChange.between(
            desk.version(),
            desk.of(
                Desk.SYSTEM
                    .replace("clerk: staff", "clerk: staff\n  visitor: public")
                    .replace("callers: [clerk]", "callers: [clerk, visitor]")));

    assertThat(Desk.told(change))
        .contains(
            "new evasion@sorter [needed: visitor (actor) is new: trust public., needed: callers of"
                + " api gained visitor.]");
  }

  @Test
  void a_change_of_which_every_part_suffices_is_told_so() {
    SystemChange change =
        SystemChange.between(
            desk.version(),
            desk.of(
                Desk.SYSTEM
                    .replace("clerk: staff", "clerk: public")
                    .replace("callers: [clerk]", "callers: [clerk, customer]")));

    assertThat(change.threats())
        .filteredOn(threat -> threat.id().equals("evasion@sorter"))
        .flatExtracting(ThreatChange::causes)
        .filteredOn(cause -> cause.sort() == Cause.Sort.FACT)
        .extracting(Cause::subject, Cause::grounds)
        .containsExactlyInAnyOrder(
            tuple("trust@clerk", Cause.Grounds.ENOUGH), tuple("callers@api", Cause.Grounds.ENOUGH));
  }

  @Test
  void an_answer_that_expires_is_told_with_its_day() {
    SystemChange change =
        SystemChange.between(desk.version(), desk.on(LocalDate.of(2027, 7, 1)).version());

    assertThat(Desk.told(change))
        .containsExactlyInAnyOrder(
            "reopened data-poisoning@letters [stated: The acceptance ended on 2027-06-30.]",
            "reopened label-poisoning@letters [stated: label-quality-control@letters is no longer"
                + " proven. The review of "
                + folder.resolve("review.md")
                + " expired on 2027-06-30.]");
  }

  @Test
  void evidence_that_no_longer_verifies_is_told() {
    Version before = desk.version();
    SystemChange change = SystemChange.between(before, desk.review("Retrained.\n").version());

    assertThat(change.controls()).singleElement().matches(ControlChange::lostProof);
    assertThat(Desk.told(change))
        .singleElement()
        .asString()
        .startsWith("reopened label-poisoning@letters [stated: label-quality-control@letters is no")
        .contains("has changed since its review");
    SystemChange mended =
        SystemChange.between(desk.version(), desk.review("Reviewed.\n").version());
    assertThat(mended.controls()).singleElement().matches(ControlChange::becameProven);
    assertThat(Desk.told(mended))
        .containsExactly(
            "answered label-poisoning@letters [stated: label-quality-control@letters is proven"
                + " now.]");
  }

  @Test
  void a_policy_that_believes_less_is_named() {
    Version before = desk.version();
    SystemChange change =
        SystemChange.between(before, desk.policy("acceptance: { longest: 10d }").version());

    assertThat(change.was().policy()).isNotEqualTo(change.is().policy());
    assertThat(Desk.told(change))
        .containsExactly(
            "reopened data-poisoning@letters [stated: The policy changed. The policy lets a risk be"
                + " accepted for 10 days at most.]");
  }

  @Test
  void other_rules_are_named_where_the_facts_are_the_same() {
    Version before = desk.version();
    Version after =
        new Version(
            "later",
            new Checked(
                before.checked().assessment(),
                before.checked().catalogue(),
                before.checked().policy(),
                "sha256:other"),
            before.rules());
    Version fewer =
        new Version(
            "fewer",
            new Checked(
                new Assessment(
                    before.system(),
                    before.checked().assessment().digest(),
                    before.checked().assessment().asOf(),
                    List.of(),
                    List.of(),
                    before.checked().assessment().controls(),
                    List.of(),
                    before.checked().assessment().verdict(),
                    before.checked().assessment().losses(),
                    before.checked().assessment().signOffs()),
                before.checked().catalogue(),
                before.checked().policy(),
                before.checked().rules()),
            _ -> new Derivation(List.of(), List.of()));

    assertThat(SystemChange.between(before, after).isEmpty()).isTrue();
    assertThat(Desk.told(SystemChange.between(fewer, after)))
        .allMatch(line -> line.contains("needed: The rules changed"));
  }

  @Test
  void a_new_name_is_told_as_such_and_nothing_else() {
    SystemChange change =
        SystemChange.between(desk.version(), desk.of(Desk.SYSTEM.replace("letters", "post")));

    assertThat(change.renamed()).extracting(Renaming::before).containsExactly("letters");
    assertThat(change.renamed()).extracting(Renaming::after).containsExactly("post");
    assertThat(change.elements()).isEmpty();
    assertThat(change.threats()).isEmpty();
    assertThat(change.resolutions()).isEmpty();
    assertThat(change.controls()).isEmpty();
    assertThat(change.isEmpty()).isFalse();
  }

  @Test
  void several_new_names_at_once_are_found() {
    SystemChange change =
        SystemChange.between(
            desk.version(),
            desk.of(
                Desk.SYSTEM
                    .replace("letters", "post")
                    .replace("sorter", "filer")
                    .replace("api", "counter")));

    assertThat(change.renamed())
        .extracting(Renaming::after)
        .containsExactly("counter", "filer", "post");
    assertThat(change.threats()).isEmpty();
  }

  @Test
  void a_name_that_could_be_either_of_two_is_not_guessed() {
    String twins = Desk.SYSTEM.replace("clerk: staff", "clerk: staff\n  a: staff\n  b: staff");
    SystemChange change =
        SystemChange.between(
            desk.of(twins), desk.of(twins.replace("  a: staff\n  b:", "  c: staff\n  d:")));

    assertThat(change.renamed()).isEmpty();
    assertThat(change.elements()).hasSize(4);
  }

  @Test
  void an_answer_left_under_the_old_name_is_missed() {
    SystemChange change =
        SystemChange.between(
            desk.version(),
            desk.of(
                Desk.SYSTEM
                    .replace("letters", "post")
                    .replace("data-poisoning@post", "data-poisoning@letters")));

    assertThat(Desk.told(change))
        .containsExactly(
            "reopened data-poisoning@post [stated: Its answer was taken out: accepted by Board"
                + " until 2027-06-30 (B-1).]");
  }

  @Test
  void questions_come_and_are_answered() {
    Version before = desk.version();
    Version after = desk.with("callers: [clerk]", "callers: [clerk, customer]");
    List<QuestionChange> asked = SystemChange.between(before, after).questions();
    List<QuestionChange> settled = SystemChange.between(after, before).questions();

    assertThat(asked).extracting(QuestionChange::sort).containsOnly(QuestionChange.Sort.NEW);
    assertThat(settled).extracting(QuestionChange::sort).containsOnly(QuestionChange.Sort.MOOT);
    assertThat(asked).hasSameSizeAs(settled).isNotEmpty();
  }

  @Test
  void assumptions_are_compared() {
    Version before = desk.version();
    Version after =
        desk.of(
            Desk.SYSTEM + "assumptions:\n  honest: { states: Clerks are honest., owner: HR }\n");

    assertThat(SystemChange.between(before, after).assumptions())
        .singleElement()
        .matches(change -> change.before().isEmpty() && change.after().isPresent());
  }

  @Test
  void beyond_the_bound_causes_are_likely_and_said_to_be() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      many.append("  tool-").append(i).append(": { effect: read }\n");
    }
    Version before = desk.version();
    Version after =
        desk.of(
            Desk.SYSTEM
                .replace("callers: [clerk]", "callers: [clerk, customer]")
                .replace("controls:", "tools:\n" + many + "controls:"));

    assertThat(Desk.told(SystemChange.between(before, after)))
        .contains("new evasion@sorter [likely: callers of api gained customer.]");
  }
}
