package dev.countersign.guard.quarkus;

import dev.countersign.attest.hash.HashAlgorithm;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.observability.api.event.AiServiceCompletedEvent;
import dev.langchain4j.observability.api.event.AiServiceErrorEvent;
import dev.langchain4j.observability.api.event.AiServiceResponseReceivedEvent;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are going on, by the events that AI services fire: one begins with an invocation,
 * and is told the prompt of every answer before the tools that it asks for are executed.
 *
 * <p>Memories hold user messages with what retrieval added to them. So those that an invocation
 * began with are remembered, and others in the memory count as added.
 */
@Singleton
final class Runs {
  private static final int MOST_RUNS = 10_000;
  private static final int MOST_WORDS = 100_000;

  private final Instance<GuardedAgents> agents;
  private final Map<UUID, AgentRun> runs = Recent.map(MOST_RUNS);
  private final Map<String, Boolean> words = Recent.map(MOST_WORDS);

  @Inject
  Runs(Instance<GuardedAgents> agents) {
    this.agents = agents;
  }

  void started(@Observes AiServiceStartedEvent event) {
    InvocationContext invocation = event.invocationContext();
    if (agents.isUnsatisfied() || invocation.invocationId() == null) {
      return;
    }
    AgentRun run = agents.get().start();
    event.systemMessage().ifPresent(run::system);
    agents
        .get()
        .words(invocation)
        .ifPresentOrElse(run::user, () -> own(run, invocation, event.userMessage()));
    runs.put(invocation.invocationId(), run);
  }

  private void own(AgentRun run, InvocationContext invocation, @Nullable UserMessage message) {
    if (message != null) {
      String text = AgentRun.text(message.contents());
      run.user(text);
      words.put(digest(invocation, text), true);
    }
  }

  void answered(@Observes AiServiceResponseReceivedEvent event) {
    InvocationContext invocation = event.invocationContext();
    of(invocation)
        .ifPresent(run ->
            run.seen(
                event.request().messages(), text -> words.containsKey(digest(invocation, text))));
  }

  void completed(@Observes AiServiceCompletedEvent event) {
    ended(event.invocationContext());
  }

  void failed(@Observes AiServiceErrorEvent event) {
    ended(event.invocationContext());
  }

  private void ended(InvocationContext invocation) {
    if (invocation.invocationId() != null) {
      runs.remove(invocation.invocationId());
    }
  }

  /** By a hash, so that nothing that was said is kept. */
  private static String digest(InvocationContext invocation, String text) {
    String memory = String.valueOf(invocation.chatMemoryId());
    byte[] said = (memory.length() + " " + memory + text).getBytes(StandardCharsets.UTF_8);
    return HashAlgorithm.SHA256.hex(said);
  }

  /** The run of an invocation. */
  Optional<AgentRun> of(@Nullable InvocationContext invocation) {
    return invocation == null || invocation.invocationId() == null
        ? Optional.empty()
        : Optional.ofNullable(runs.get(invocation.invocationId()));
  }
}
