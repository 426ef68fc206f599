package dev.countersign.knowledge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Precedent;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a rule is told. */
class RulePackTest {
  private static final String RULE =
      """
      family: swapping
      title: Swapping of items
      stage: training
      on: dataset
      effort: low
      harm: integrity
      path: influence items
      explain: Somebody swaps items.
      when: dataset.origin == 'scraped'
      because: ["{dataset} is scraped by {names(influencers(dataset, 'items'))}."]
      techniques: [AML.T0020]
      references: [ML02:2023]
      controls: [dataset-pinning]
      """;

  private static final Citations CITATIONS =
      new Citations() {
        @Override
        public boolean exists(String id) {
          return Set.of("AML.T0020", "ML02:2023").contains(id);
        }

        @Override
        public List<Precedent> precedentsOf(String technique) {
          return List.of(new Precedent("AML.CS0009", "Tay Poisoning", true));
        }
      };

  @TempDir private Path folder = Path.of("");

  @Test
  void a_sound_rule_compiles() throws IOException {
    Problems problems = new Problems();

    List<CompiledRule> rules = compile(RULE, problems);

    assertThat(problems.sorted()).isEmpty();
    assertThat(rules)
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.family().id()).isEqualTo("swapping");
          assertThat(rule.family().pack()).isEqualTo("own");
          assertThat(rule.path().ports()).containsExactly("items");
          assertThat(rule.family().precedents()).hasSize(1);
        });
  }

  @Test
  void a_field_that_no_element_has_is_refused() throws IOException {
    assertThat(messages(RULE.replace("dataset.origin ==", "dataset.orgin ==")))
        .singleElement()
        .asString()
        .contains("undefined field 'orgin'");
  }

  @Test
  void a_word_that_a_field_can_never_hold_is_refused() throws IOException {
    assertThat(messages(RULE.replace("'scraped'", "'scrapped'")))
        .singleElement()
        .asString()
        .startsWith("'scrapped' is no word of origin; expected one of first-party, ");
  }

  @Test
  void a_word_in_a_list_is_checked_too() throws IOException {
    assertThat(messages(RULE.replace("== 'scraped'", "in ['scraped', 'stolen']")))
        .singleElement()
        .asString()
        .startsWith("'stolen' is no word of origin");
  }

  @Test
  void a_trigger_that_is_neither_true_nor_false_is_refused() throws IOException {
    assertThat(messages(RULE.replace("when: dataset.origin == 'scraped'", "when: dataset.origin")))
        .containsExactly("a condition must be true or false, this is string");
  }

  @Test
  void asking_whether_a_fact_is_given_is_refused() throws IOException {
    assertThat(messages(RULE.replace("dataset.origin == 'scraped'", "has(dataset.origin)")))
        .singleElement()
        .asString()
        .contains("has");
  }

  @Test
  void an_id_that_no_catalogue_has_is_refused() throws IOException {
    assertThat(messages(RULE.replace("AML.T0020", "AML.T9999")))
        .containsExactly("no pinned catalogue has 'AML.T9999'");
  }

  @Test
  void a_side_that_no_element_has_is_refused() throws IOException {
    assertThat(messages(RULE.replace("path: influence items", "path: influence itms")))
        .singleElement()
        .asString()
        .startsWith("expected 'influence' or 'observation', then any of whole, items");
  }

  @Test
  void a_control_that_does_not_exist_is_refused() throws IOException {
    assertThat(messages(RULE.replace("[dataset-pinning]", "[dataset-pining]")))
        .containsExactly("unknown word 'dataset-pining'");
  }

  @Test
  void the_folder_and_the_family_have_one_name() throws IOException {
    assertThat(messages(RULE.replace("family: swapping", "family: swopping")))
        .containsExactly("the folder is 'swapping'");
  }

  @Test
  void a_brace_that_does_not_close_is_refused() throws IOException {
    assertThat(messages(RULE.replace("{dataset} is", "{dataset is"))).isNotEmpty();
  }

  @Test
  void a_compiled_expression_reads_back_as_the_tree_that_was_written() throws IOException {
    CompiledRule rule = compile(RULE, new Problems()).getFirst();

    assertThat(ExpressionFormat.write(rule.when().ast().getExpr())).isEqualTo(rule.when().tree());
  }

  private List<String> messages(String rule) throws IOException {
    Problems problems = new Problems();
    compile(rule, problems);
    assertThat(problems.sorted()).extracting(Problem::place).allMatch(place -> place.line() > 0);
    return problems.sorted().stream().map(Problem::message).toList();
  }

  private List<CompiledRule> compile(String rule, Problems problems) throws IOException {
    Path file = folder.resolve("own/training/swapping/rule.yaml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, rule);
    return RulePack.compile(folder.resolve("own"), CITATIONS, Set.of("dataset-pinning"), problems);
  }
}
