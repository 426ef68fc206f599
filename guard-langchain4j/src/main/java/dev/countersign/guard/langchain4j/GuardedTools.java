package dev.countersign.guard.langchain4j;

import dev.countersign.guard.tool.Approver;
import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.ToolGate;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tools of another provider behind a tool gate.
 *
 * <pre>{@code
 * AiServices.builder(Assistant.class)
 *     .chatModel(model)
 *     .toolProvider(GuardedTools.of(gate, tools).askedBy(approver))
 *     .build();
 * }</pre>
 *
 * <p>A run is one invocation of the service: what the chat memory holds by then is told to the gate
 * with its labels, and every result as it comes. A refused call is not executed; the model gets a
 * sentence in place of its result.
 *
 * <p>With a retrieval augmentor, the user message that LangChain4j passes on holds retrieved text
 * as well, which is not the user's: give the user's own words with {@link #userWords}.
 */
public final class GuardedTools implements ToolProvider {
  private final ToolGate gate;
  private final ToolProvider tools;
  private final Approver approver;
  private final Optional<Function<ToolProviderRequest, String>> words;

  private GuardedTools(
      ToolGate gate,
      ToolProvider tools,
      Approver approver,
      Optional<Function<ToolProviderRequest, String>> words) {
    this.gate = gate;
    this.tools = tools;
    this.approver = approver;
    this.words = words;
  }

  /** Behind this gate; what would be asked is refused. */
  public static GuardedTools of(ToolGate gate, ToolProvider tools) {
    return new GuardedTools(gate, tools, Approver.NOBODY, Optional.empty());
  }

  /** The same, with somebody to ask. */
  public GuardedTools askedBy(Approver person) {
    return new GuardedTools(gate, tools, person, words);
  }

  /**
   * The same, where user messages hold more than the user's words: only what this gives counts as
   * the user's, and user messages as text that anyone could have written.
   */
  public GuardedTools userWords(Function<ToolProviderRequest, String> own) {
    return new GuardedTools(gate, tools, approver, Optional.of(own));
  }

  @Override
  public ToolProviderResult provideTools(ToolProviderRequest request) {
    GuardedRun run = GuardedRun.start(gate, approver);
    History.tell(run.conversation(), request, words.map(own -> own.apply(request)));
    ToolProviderResult offered = tools.provideTools(request);
    ToolProviderResult.Builder guarded = ToolProviderResult.builder();
    offered.aiServiceTools().forEach(tool -> guarded.add(guarded(run, tool)));
    return guarded.build();
  }

  private static AiServiceTool guarded(GuardedRun run, AiServiceTool tool) {
    return tool.toBuilder().toolExecutor(new GuardedExecutor(run, tool.toolExecutor())).build();
  }

  /**
   * Never: a run has its tools from one call, so that endorsements and budgets hold for all of it.
   */
  @Override
  public boolean isDynamic() {
    return false;
  }
}
