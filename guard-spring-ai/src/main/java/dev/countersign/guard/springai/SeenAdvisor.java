package dev.countersign.guard.springai;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.core.Ordered;

/** Right before the model: what it is shown, in every round. */
final class SeenAdvisor extends TellingAdvisor {
  SeenAdvisor() {
    super("tool gate: seen", Ordered.LOWEST_PRECEDENCE - 1);
  }

  @Override
  ChatClientRequest told(ChatClientRequest request) {
    AgentRun.of(request.prompt()).ifPresent(run -> run.seen(request.prompt().getInstructions()));
    return request;
  }
}
