package dev.countersign.guard.quarkus;

import dev.countersign.guard.tool.Approver;
import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.Labelling;
import dev.countersign.guard.tool.ToolGate;
import dev.langchain4j.invocation.InvocationContext;
import java.util.Optional;
import java.util.function.Function;

/**
 * By what the agents of an application are guarded. The application produces one:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * GuardedAgents guarded() {
 *   return GuardedAgents.by(gate).askedBy(ruling -> person.endorses(ruling));
 * }
 * }</pre>
 */
public final class GuardedAgents {
  private final ToolGate gate;
  private final Approver approver;
  private final Labelling labelling;
  private final Optional<Function<InvocationContext, String>> words;

  private GuardedAgents(
      ToolGate gate,
      Approver approver,
      Labelling labelling,
      Optional<Function<InvocationContext, String>> words) {
    this.gate = gate;
    this.approver = approver;
    this.labelling = labelling;
    this.words = words;
  }

  /** By a gate; what would be asked is refused. */
  public static GuardedAgents by(ToolGate gate) {
    return new GuardedAgents(gate, Approver.NOBODY, Labelling.STANDARD, Optional.empty());
  }

  /** The same, with somebody to ask. The thread of the tool waits for the answer. */
  public GuardedAgents askedBy(Approver person) {
    return new GuardedAgents(gate, person, labelling, words);
  }

  /** The same, with other labels for what neither the user nor a tool wrote. */
  public GuardedAgents labelled(Labelling labels) {
    return new GuardedAgents(gate, approver, labels, words);
  }

  /**
   * The same, where the user message of a service is filled with more than the user's words, such
   * as a document that its method has as a parameter: only what this gives counts as the user's.
   */
  public GuardedAgents userWords(Function<InvocationContext, String> own) {
    return new GuardedAgents(gate, approver, labelling, Optional.of(own));
  }

  AgentRun start() {
    return new AgentRun(GuardedRun.start(gate, approver), labelling);
  }

  Optional<String> words(InvocationContext invocation) {
    return words.map(own -> own.apply(invocation));
  }
}
