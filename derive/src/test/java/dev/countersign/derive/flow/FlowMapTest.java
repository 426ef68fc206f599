package dev.countersign.derive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.derive.Systems;
import dev.countersign.model.TrustLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowMapTest {
  private static final String SHOP =
      """
      actors: { visitor: public, editor: staff, runner: operator }
      zones: { web: { trust: staff }, plant: { trust: partner } }
      datasets: { clicks: { writers: [visitor], labels: { writers: [editor] }, stored: lake } }
      models:
        ranker: { task: ranking, origin: trained-here, trained-on: [clicks], stored: lake }
        llm: { task: generation, origin: hosted }
        spare: { task: ranking, origin: trained-here, stored: lake }
        shared: { task: ranking, origin: trained-here }
      stores: { lake: { zone: plant, writers: [shop], readers: [editor] } }
      channels: { mail: { writers: [visitor, editor] }, wire: { writers: [shop] } }
      tools: { refund: { effect: send, recipients: any, origin: own } }
      memories: { notes: { scope: user } }
      components:
        shop:
          runs: [ranker, llm, shared]
          zone: web
          callers: [visitor, mail]
          uses: [refund]
          remembers: [notes]
        belt: { runs: shared, zone: plant }
      outputs: { list: { of: ranker, consumers: [visitor] } }
      decisions: { show: { by: ranker } }
      feedback-loops: { again: { from: [show], into: [clicks] } }
      flows: { backup: { from: lake, to: runner, carries: [data, weights] } }
      """;

  private final FlowMap map = FlowMap.of(Systems.of(SHOP));

  @Test
  void what_flows_is_said_in_a_verb() {
    assertThat(flows("clicks"))
        .contains("visitor writes", "editor labels", "lake keeps", "again feeds");
    assertThat(flows("shop"))
        .contains("visitor asks", "mail reaches", "ranker answers", "notes reminds");
    assertThat(flows("ranker")).contains("clicks trains", "shop asks");
    assertThat(flows("refund")).contains("shop calls");
    assertThat(flows("show")).containsExactly("ranker leads to");
    assertThat(flows("visitor")).containsExactly("list goes to");
  }

  @Test
  void start_verb_and_end_read_as_a_sentence() {
    FlowMap reading =
        FlowMap.of(
            Systems.of(
                """
                actors: { ops: staff, web: public }
                corpora: { pages: { writers: none } }
                stores: { lake: { readers: [ops] } }
                tools: { lookup: { effect: fetch, content-from: [web], reads: [pages] } }
                components: { bot: { reads: [pages], retrieves: [pages], log-readers: [ops] } }
                """));
    assertThat(reading.flows().stream().map(f -> f.from() + " " + f.verb() + " " + f.to()))
        .contains(
            "lake is read by ops",
            "pages is read by bot",
            "pages is read by lookup",
            "pages is searched by bot",
            "web feeds lookup",
            "bot logs to ops");
  }

  @Test
  void a_flow_of_its_own_says_what_it_carries_and_who_declares_it() {
    assertThat(map.flows())
        .contains(new DataFlow("lake", "runner", "sends data, weights to", "backup", true));
  }

  @Test
  void what_comes_from_outside_comes_from_somebody() {
    assertThat(map.impliedActors()).containsOnlyKeys("supplier of llm");
    assertThat(flows("llm")).contains("supplier of llm supplies");
    assertThat(flows("anyone")).containsExactly("refund sends to");
  }

  @Test
  void things_live_where_what_runs_keeps_or_uses_them_lives() {
    assertThat(map.zoneOf("ranker")).contains("web");
    assertThat(map.zoneOf("spare")).contains("plant");
    assertThat(map.zoneOf("clicks")).contains("plant");
    assertThat(map.zoneOf("refund")).contains("web");
    assertThat(map.zoneOf("notes")).contains("web");
    assertThat(map.zoneOf("list")).contains("web");
  }

  @Test
  void what_is_outside_or_in_several_zones_stands_in_none() {
    assertThat(List.of("visitor", "mail", "llm", "show", "again", "shared"))
        .allMatch(id -> map.zoneOf(id).isEmpty());
  }

  @Test
  void an_element_is_trusted_as_its_zone_is_and_as_staff_without_one() {
    assertThat(map.trustOf("clicks")).isEqualTo(TrustLevel.PARTNER);
    assertThat(map.trustOf("shop")).isEqualTo(TrustLevel.STAFF);
    assertThat(map.trustOf("show")).isEqualTo(TrustLevel.STAFF);
    assertThat(map.trustOf("runner")).isEqualTo(TrustLevel.OPERATOR);
  }

  @Test
  void a_channel_is_trusted_as_its_least_trusted_writer() {
    assertThat(map.trustOf("mail")).isEqualTo(TrustLevel.PUBLIC);
    assertThat(map.trustOf("wire")).isEqualTo(TrustLevel.STAFF);
  }

  @Test
  void trust_rises_where_less_trusted_reach_more_trusted() {
    assertThat(rises("visitor", "shop")).isTrue();
    assertThat(rises("mail", "shop")).isTrue();
    assertThat(rises("llm", "shop")).isTrue();
    assertThat(rises("shop", "llm")).isFalse();
    assertThat(rises("list", "visitor")).isFalse();
  }

  private List<String> flows(String to) {
    return map.flows().stream()
        .filter(flow -> flow.to().equals(to))
        .map(flow -> flow.from() + " " + flow.verb())
        .toList();
  }

  private boolean rises(String from, String to) {
    return map.flows().stream()
        .filter(flow -> flow.from().equals(from) && flow.to().equals(to))
        .findFirst()
        .orElseThrow()
        .risesInTrust();
  }
}
