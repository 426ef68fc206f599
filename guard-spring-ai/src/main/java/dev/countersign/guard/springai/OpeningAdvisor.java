package dev.countersign.guard.springai;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.core.Ordered;

/** Before everything else: what the application asks, as nobody has changed it yet. */
final class OpeningAdvisor extends TellingAdvisor {
  private final GuardedToolCallingManager manager;

  OpeningAdvisor(GuardedToolCallingManager manager) {
    super("tool gate: request", Ordered.HIGHEST_PRECEDENCE);
    this.manager = manager;
  }

  @Override
  ChatClientRequest told(ChatClientRequest request) {
    return manager.opened(request);
  }
}
