package dev.countersign.guard.springai;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Answers that stand in place of the model's. */
final class Refusals {
  /**
   * The finish reason of answers that a gate gave; providers use the word for their own filters.
   */
  static final String FINISH_REASON = "content_filter";

  private Refusals() {}

  static Generation generation(String text) {
    return new Generation(
        new AssistantMessage(text),
        ChatGenerationMetadata.builder().finishReason(FINISH_REASON).build());
  }

  static ChatClientResponse response(String text, Map<String, @Nullable Object> context) {
    return ChatClientResponse.builder()
        .chatResponse(new ChatResponse(List.of(generation(text))))
        .context(context)
        .build();
  }
}
