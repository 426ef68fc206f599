package dev.countersign.guard.springai;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.CheckedStream;
import dev.countersign.guard.output.Released;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import reactor.core.publisher.Flux;

/** One streamed answer on its way through the output gate; its parts come one after the other. */
final class CheckedAnswer {
  private final CheckedStream stream;
  private final Consumer<Checked> listener;
  private Map<String, @Nullable Object> context = Map.of();
  private volatile boolean rejected;

  CheckedAnswer(CheckedStream stream, Consumer<Checked> listener) {
    this.stream = stream;
    this.listener = listener;
  }

  boolean isRejected() {
    return rejected;
  }

  /** The part with the text that may go on by now. */
  ChatClientResponse part(ChatClientResponse part) {
    context = part.context();
    ChatResponse response = part.chatResponse();
    if (response == null || response.getResults().isEmpty()) {
      return part;
    }
    if (response.getResults().size() > 1) {
      throw new IllegalStateException(
          "The output gate checks one streamed answer at a time, and the model gave "
              + response.getResults().size()
              + ". Ask for one choice, or do not stream.");
    }
    Generation generation = response.getResults().get(0);
    Released released =
        stream.feed(Objects.requireNonNullElse(generation.getOutput().getText(), ""));
    if (released.decision() == Decision.REJECT) {
      return refused();
    }
    return with(part, response, generation, released.text());
  }

  private static ChatClientResponse with(
      ChatClientResponse part, ChatResponse response, Generation generation, String text) {
    Generation may =
        new Generation(
            generation.getOutput().mutate().content(text).build(), generation.getMetadata());
    return part.mutate()
        .chatResponse(new ChatResponse(List.of(may), response.getMetadata()))
        .build();
  }

  /** What was held back, unless the whole is rejected. */
  Flux<ChatClientResponse> end() {
    if (rejected) {
      return Flux.empty();
    }
    Checked whole = stream.finish();
    listener.accept(whole);
    if (whole.decision() == Decision.REJECT) {
      rejected = true;
      return Flux.just(Refusals.response(OutputGateAdvisor.REFUSAL, context));
    }
    String rest = stream.rest().text();
    return rest.isEmpty() ? Flux.empty() : Flux.just(rest(rest));
  }

  private ChatClientResponse rest(String text) {
    return ChatClientResponse.builder()
        .chatResponse(new ChatResponse(List.of(new Generation(new AssistantMessage(text)))))
        .context(context)
        .build();
  }

  private ChatClientResponse refused() {
    rejected = true;
    listener.accept(stream.finish());
    return Refusals.response(OutputGateAdvisor.REFUSAL, context);
  }
}
