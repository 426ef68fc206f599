package dev.countersign.guard.springai;

import dev.countersign.guard.tool.Approver;
import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.Labelling;
import dev.countersign.guard.tool.ToolGate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.model.tool.ToolExecutionResult;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * Another manager behind a tool gate.
 *
 * <pre>{@code
 * GuardedToolCallingManager guarded =
 *     GuardedToolCallingManager.of(gate, ToolCallingManager.builder().build()).askedBy(approver);
 * ChatClient.builder(model, observations, null, null,
 *         ToolCallingAdvisor.builder().toolCallingManager(guarded))
 *     .defaultAdvisors(guarded.advisors())
 *     .build();
 * }</pre>
 *
 * <p>A run is one call of the client. A refused call is not executed; the model gets a sentence in
 * place of its result. Where one answer asks for several calls, the others are executed.
 *
 * <p>Both halves are needed. The manager only gets the messages that the tool loop began with, and
 * other advisors, such as those of retrieval, add to them afterwards what the model sees and the
 * manager does not: so {@link #advisors} stand at both ends of the chain and tell the gate. What
 * the application gave the client counts as the operator's and the user's; what an advisor added to
 * it counts as {@link Labelling#added} says.
 *
 * <p>A loop without a {@code ChatClient} begins with {@link #start} instead. Without either, tools
 * are not executed: {@link #executeToolCalls} throws.
 */
public final class GuardedToolCallingManager implements ToolCallingManager {
  private final ToolGate gate;
  private final ToolCallingManager tools;
  private final Approver approver;
  private final Labelling labelling;
  private final Optional<Function<ChatClientRequest, String>> words;

  private GuardedToolCallingManager(
      ToolGate gate,
      ToolCallingManager tools,
      Approver approver,
      Labelling labelling,
      Optional<Function<ChatClientRequest, String>> words) {
    this.gate = gate;
    this.tools = tools;
    this.approver = approver;
    this.labelling = labelling;
    this.words = words;
  }

  /** Behind this gate; what would be asked is refused. */
  public static GuardedToolCallingManager of(ToolGate gate, ToolCallingManager tools) {
    return new GuardedToolCallingManager(
        gate, tools, Approver.NOBODY, Labelling.STANDARD, Optional.empty());
  }

  /** The same, with somebody to ask. */
  public GuardedToolCallingManager askedBy(Approver person) {
    return new GuardedToolCallingManager(gate, tools, person, labelling, words);
  }

  /** The same, with other labels for what neither the user nor a tool wrote. */
  public GuardedToolCallingManager labelled(Labelling labels) {
    return new GuardedToolCallingManager(gate, tools, approver, labels, words);
  }

  /**
   * The same, where user messages hold more than the user's words before any advisor sees them:
   * only what this gives counts as the user's, and user messages as what advisors add.
   */
  public GuardedToolCallingManager userWords(Function<ChatClientRequest, String> own) {
    return new GuardedToolCallingManager(gate, tools, approver, labelling, Optional.of(own));
  }

  /** What tells the gate what the model sees; for the client whose tools this manages. */
  public List<Advisor> advisors() {
    return List.of(new OpeningAdvisor(this), new MemoryAdvisor(), new SeenAdvisor());
  }

  /**
   * Starts a run for a loop without a client.
   *
   * @return the prompt with the run in its options: pass these options on from round to round
   * @throws IllegalArgumentException if the prompt has no options for tools
   */
  public Prompt start(Prompt prompt) {
    if (!(prompt.getOptions() instanceof ToolCallingChatOptions options)) {
      throw new IllegalArgumentException(
          "A prompt without ToolCallingChatOptions has no tools, and so no run to start.");
    }
    AgentRun run = run();
    run.asked(prompt.getInstructions(), Optional.empty());
    return new Prompt(prompt.getInstructions(), run.in(options));
  }

  ChatClientRequest opened(ChatClientRequest request) {
    if (!(request.prompt().getOptions() instanceof ToolCallingChatOptions options)) {
      return request;
    }
    AgentRun run = run();
    run.asked(request.prompt().getInstructions(), words.map(own -> own.apply(request)));
    return request
        .mutate()
        .prompt(new Prompt(request.prompt().getInstructions(), run.in(options)))
        .build();
  }

  private AgentRun run() {
    return new AgentRun(GuardedRun.start(gate, approver), labelling);
  }

  @Override
  public List<ToolDefinition> resolveToolDefinitions(ToolCallingChatOptions options) {
    return tools.resolveToolDefinitions(options);
  }

  /**
   * Decides on every call of an answer, and has those executed that are allowed.
   *
   * @throws IllegalStateException if no run was started, or no call is asked for
   */
  @Override
  public ToolExecutionResult executeToolCalls(Prompt prompt, ChatResponse response) {
    AgentRun run =
        AgentRun.of(prompt)
            .orElseThrow(() ->
                new IllegalStateException(
                    "The tool gate does not know what the model has seen, so no tool was"
                        + " executed. Add advisors() of the guarded manager to the ChatClient,"
                        + " or begin a loop of your own with start(prompt)."));
    run.seen(prompt.getInstructions());
    Generation asking =
        response.getResults().stream()
            .filter(one -> one.getOutput().hasToolCalls())
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("The answer of the model asks for no tool call."));
    return Round.decided(run, asking, response).execute(AgentRun.withoutRun(prompt), tools);
  }
}
