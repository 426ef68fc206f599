package dev.countersign.guard.springai;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;

/** Behind the memory, where its advisors stand by default, and before the loop and retrieval. */
final class MemoryAdvisor extends TellingAdvisor {
  MemoryAdvisor() {
    super("tool gate: memory", ToolCallingAdvisor.DEFAULT_ORDER - 1);
  }

  @Override
  ChatClientRequest told(ChatClientRequest request) {
    AgentRun.of(request.prompt())
        .ifPresent(run -> run.remembered(request.prompt().getInstructions()));
    return request;
  }
}
