package dev.countersign.gateway.proxy;

import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of models: of one server what it says; of several what those say that answer, each model
 * only where requests for it would go to the server that names it.
 */
final class ModelsFlow {
  private final Flow flow;

  ModelsFlow(Flow flow) {
    this.flow = flow;
  }

  void run(List<Upstream> upstreams)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    if (upstreams.size() == 1) {
      flow.through(upstreams.getFirst());
      return;
    }
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = list.putArray("data");
    boolean answered = false;
    for (Upstream upstream : upstreams) {
      answered |= add(upstream, upstreams, data);
    }
    if (!answered) {
      throw new Refused(Refusal.NOT_READY);
    }
    flow.exchange.status = 200;
    flow.client.whole(
        flow.exchange.status,
        List.of(
            Map.entry("content-type", "application/json"),
            Map.entry("x-request-id", flow.exchange.id)),
        list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private boolean add(Upstream upstream, List<Upstream> all, ArrayNode data)
      throws InterruptedException, IOException {
    try {
      flow.to(upstream);
      Answer answer = flow.ask(upstream);
      byte[] bytes = flow.whole(answer);
      if (!answer.isSuccess()) {
        return false;
      }
      for (JsonNode model : flow.readable(answer, bytes).path("data")) {
        if (isOf(upstream, all, model.path("id").asString(""))) {
          data.add(model);
        }
      }
      return true;
    } catch (Refused | UpstreamFailed leftOut) {
      return false;
    }
  }

  private static boolean isOf(Upstream upstream, List<Upstream> all, String model) {
    return all.stream().filter(one -> one.config().serves(model)).findFirst().stream()
        .anyMatch(first -> first == upstream);
  }
}
