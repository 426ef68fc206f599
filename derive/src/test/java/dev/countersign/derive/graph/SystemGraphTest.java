package dev.countersign.derive.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.derive.FactRef;
import dev.countersign.derive.Systems;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemGraphTest {
  private static final String AGENT =
      """
      actors: { visitor: public, author: partner, editor: staff, keeper: staff }
      models: { llm: { task: generation, origin: hosted } }
      corpora: { pages: { writers: [author] } }
      tools: { refund: { effect: spend, origin: own } }
      prompts: { rules: { writers: [keeper] } }
      components:
        chat: { runs: llm, callers: [visitor], retrieves: [pages], uses: [refund], prompts: [rules] }
      decisions: { pay: { by: llm } }
      """;

  @Test
  void a_visitor_reaches_the_refund_through_the_model() {
    SystemGraph graph = SystemGraph.of(Systems.of(AGENT));

    assertThat(graph.influencers("refund", Port.WHOLE).getFirst().path())
        .containsExactly("visitor", "chat", "llm", "refund");
  }

  @Test
  void the_facts_behind_a_path_are_named() {
    SystemGraph graph = SystemGraph.of(Systems.of(AGENT));

    assertThat(graph.influencers("refund", Port.WHOLE).getFirst().facts())
        .containsExactly(
            new FactRef("chat", "callers"),
            new FactRef("chat", "runs"),
            new FactRef("chat", "uses"));
  }

  @Test
  void authors_of_documents_come_by_the_context_and_callers_by_the_input() {
    SystemGraph graph = SystemGraph.of(Systems.of(AGENT));

    assertThat(actors(graph.influencers("chat", Port.CONTEXT))).containsExactly("author", "keeper");
    assertThat(actors(graph.influencers("chat", Port.CALLS))).containsExactly("visitor");
  }

  @Test
  void whoever_asks_sees_the_prompt_the_documents_and_the_answers() {
    SystemGraph graph = SystemGraph.of(Systems.of(AGENT));

    assertThat(actors(graph.observers("rules", Port.WHOLE))).containsExactly("visitor");
    assertThat(actors(graph.observers("pages", Port.WHOLE))).containsExactly("visitor");
    assertThat(graph.observers("llm", Port.ANSWERS).getFirst().path())
        .containsExactly("visitor", "chat", "llm");
  }

  @Test
  void people_are_not_wires() {
    SystemGraph graph =
        SystemGraph.of(
            Systems.of(
                """
                actors: { stranger: public, clerk: staff }
                channels: { mail: { medium: email, writers: [stranger] } }
                models: { sorter: { task: classification, origin: trained-here, trained-on: none } }
                components:
                  inbox: { runs: sorter, callers: none, reads: [mail] }
                  desk: { runs: none, callers: [clerk] }
                outputs: { sorted: { of: sorter, consumers: [clerk] } }
                """));

    assertThat(actors(graph.influencers("desk", Port.WHOLE))).containsExactly("clerk");
  }

  @Test
  void a_program_that_writes_to_a_store_does_not_open_it_to_its_callers() {
    SystemGraph graph =
        SystemGraph.of(
            Systems.of(
                """
                actors: { customer: customer, engineer: staff }
                models: { scorer: { task: classification, origin: trained-here, stored: registry } }
                stores: { registry: { type: model-registry, writers: [trainer] } }
                components:
                  trainer: { runs: none, callers: [customer], configured-by: [engineer] }
                """));

    assertThat(actors(graph.influencers("scorer", Port.WEIGHTS))).containsExactly("engineer");
  }

  @Test
  void an_unknown_writer_may_be_anybody_and_the_fact_is_named() {
    SystemGraph graph =
        SystemGraph.of(
            Systems.of(
                """
                datasets: { items: { origin: first-party, labels: { writers: none } } }
                models: { scorer: { task: classification, trained-on: [items] } }
                """));

    assertThat(graph.influencers("scorer", Port.TRAINING)).isEmpty();
    assertThat(graph.unknownInfluencers("scorer", Port.TRAINING))
        .containsExactly(new FactRef("items", "writers"));
  }

  @Test
  void whoever_makes_a_foreign_model_is_implied() {
    SystemGraph graph =
        SystemGraph.of(
            Systems.of(
                """
                models:
                  bought: { task: classification, origin: vendor }
                  found: { task: classification, origin: open-weights }
                """));

    assertThat(actors(graph.influencers("bought", Port.WEIGHTS)))
        .containsExactly("supplier of bought");
    assertThat(actors(graph.influencers("found", Port.WEIGHTS))).containsExactly("anyone");
  }

  @Test
  void users_who_submit_items_are_those_that_the_file_names() {
    SystemGraph graph =
        SystemGraph.of(
            Systems.of(
                """
                actors: { seller: customer }
                datasets:
                  pictures: { origin: user-submitted, writers: [seller], labels: { writers: none } }
                  pages: { origin: scraped, writers: none, labels: { writers: none } }
                """));

    assertThat(actors(graph.influencers("pictures", Port.ITEMS))).containsExactly("seller");
    assertThat(actors(graph.influencers("pages", Port.ITEMS))).containsExactly("anyone");
  }

  @Test
  void a_component_that_reads_its_own_output_is_no_new_way_in() {
    SystemGraph graph =
        SystemGraph.of(
            Systems.of(
                """
                actors: { clerk: staff }
                models: { llm: { task: generation, origin: hosted } }
                components: { desk: { runs: llm, callers: [clerk] } }
                outputs: { draft: { of: llm, consumers: [desk] } }
                """));

    assertThat(actors(graph.influencers("desk", Port.INPUT))).containsExactly("clerk");
  }

  @Test
  void decisions_are_found_from_whatever_they_rest_on() {
    SystemGraph graph = SystemGraph.of(Systems.of(AGENT));

    assertThat(graph.decisions("pages")).containsExactly("pay");
    assertThat(graph.reaches("visitor", "pay")).isTrue();
    assertThat(graph.reaches("pay", "visitor")).isFalse();
  }

  private static List<String> actors(List<Arrival> arrivals) {
    return arrivals.stream().map(arrival -> arrival.actor().id()).toList();
  }
}
