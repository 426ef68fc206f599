package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.log.InferenceEvent.Tokens;
import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Answers;
import dev.countersign.gateway.wire.ChatMessages;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Turn;
import dev.countersign.guard.Gate;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Chat completions, responses and embeddings: prompts are checked, then texts and calls. */
final class TextFlow {
  private final Flow flow;
  private final Operation operation;

  TextFlow(Flow flow, Operation operation) {
    this.flow = flow;
    this.operation = operation;
  }

  void run(List<Upstream> upstreams)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    ObjectNode asked = flow.json();
    GateSet gates = flow.to(upstreams, asked.path("model").asString(""));
    List<Turn> turns = turns(asked);
    refuseEarlyWords(gates, asked);
    flow.prompts(
        gates,
        turns.stream()
            .filter(turn -> !turn.role().equals("assistant") && !turn.text().isEmpty())
            .map(Turn::text)
            .toList());
    Answer answer = flow.ask(Objects.requireNonNull(flow.exchange.upstream));
    switch (answer.body()) {
      case Answer.Body.Whole(byte[] bytes) -> whole(gates, turns, answer, bytes);
      case Answer.Body.Events events ->
          new EventFlow(flow, gates, turns, operation).run(answer, events);
    }
  }

  private List<Turn> turns(ObjectNode asked) throws Refused {
    try {
      return switch (operation) {
        case CHAT -> ChatMessages.chat(asked);
        case RESPONSES -> ChatMessages.responses(asked);
        default -> ChatMessages.embeddings(asked);
      };
    } catch (Malformed wrong) {
      throw Flow.malformed(wrong);
    }
  }

  /** Probabilities of tokens would tell in a stream what is still held back. */
  private void refuseEarlyWords(GateSet gates, ObjectNode asked) throws Refused {
    boolean told =
        asked.path("logprobs").asBoolean(false)
            || asked.path("top_logprobs").asInt(0) > 0
            || asked.path("include").toString().contains("logprobs");
    if (told && asked.path("stream").asBoolean(false) && gates.texts().isPresent()) {
      throw new Refused(
          Refusal.malformed("A stream has no logprobs here: ask for one of the two."));
    }
  }

  private void whole(GateSet gates, List<Turn> turns, Answer answer, byte[] bytes) throws Refused {
    if (!answer.isSuccess() || operation == Operation.EMBEDDINGS) {
      flow.pass(answer, bytes);
      return;
    }
    ObjectNode said;
    try {
      said = flow.readable(answer, bytes);
    } catch (Refused wrong) {
      if (gates.texts().isPresent() || gates.calls().isPresent()) {
        flow.unreadable(Gate.OUTPUT, gates, answer, bytes, wrong);
      } else {
        flow.pass(answer, bytes);
      }
      return;
    }
    flow.exchange.tokens = tokens(said.path("usage"));
    boolean chat = operation == Operation.CHAT;
    texts(gates, chat ? Answers.chatTexts(said) : Answers.responseTexts(said));
    calls(gates, turns, chat ? Answers.chatCalls(said) : Answers.responseCalls(said));
    flow.pass(answer, bytes);
  }

  private void texts(GateSet gates, List<String> texts) throws Refused {
    if (gates.texts().isEmpty()) {
      return;
    }
    for (String text : texts) {
      flow.refuse(
          flow.exchange.ask(
              Gate.OUTPUT, gates, deadline -> gates.texts().get().check(text, deadline)),
          Refusal.OUTPUT);
    }
  }

  private void calls(GateSet gates, List<Turn> turns, List<Turn.Call> calls) throws Refused {
    flow.exchange.called(calls);
    if (gates.calls().isPresent() && !calls.isEmpty()) {
      flow.refuse(
          flow.exchange.ask(
              Gate.TOOL, gates, deadline -> gates.calls().get().check(turns, calls, deadline)),
          Refusal.CALL);
    }
  }

  static Tokens tokens(JsonNode usage) {
    return new Tokens(
        Answers.tokens(usage, "prompt_tokens", "input_tokens"),
        Answers.tokens(usage, "completion_tokens", "output_tokens"));
  }
}
