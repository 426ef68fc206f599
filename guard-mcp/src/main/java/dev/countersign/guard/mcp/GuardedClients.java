package dev.countersign.guard.mcp;

import dev.countersign.guard.tool.Approver;
import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.GuardedRun.Attempt;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The clients of one run of an agent, behind a tool gate.
 *
 * <pre>{@code
 * GuardedClients run = GuardedClients.start(gate, approver);
 * run.conversation().user("Pay the bill of the plumber");
 * List<Tool> tools = run.listTools(mail);              // those that the policy admits
 * CallToolResult result = run.callTool(mail, request); // in place of mail.callTool(request)
 * }</pre>
 *
 * <p>What the tools return, and the resources and prompts that are read through it, is told to the
 * gate; what the model sees otherwise the agent tells to {@link #conversation}. Several clients
 * belong to one run, so that a value from one server is known when it is sent to another. A refused
 * call is not made; its result is an error with a sentence for the model.
 */
public final class GuardedClients {
  private final ToolGate gate;
  private final GuardedRun run;

  private GuardedClients(ToolGate gate, GuardedRun run) {
    this.gate = gate;
    this.run = run;
  }

  /**
   * Starts a run.
   *
   * @param approver whoever endorses values; {@link Approver#NOBODY} where what would be asked is
   *     refused
   */
  public static GuardedClients start(ToolGate gate, Approver approver) {
    return new GuardedClients(gate, GuardedRun.start(gate, approver));
  }

  /** What the model has seen in this run. */
  public Conversation conversation() {
    return run.conversation();
  }

  /** The tools of a server, all pages of them, that the policy admits. */
  public List<Tool> listTools(McpSyncClient client) {
    return admitted(client.listTools().tools());
  }

  /** The same, later. */
  public Mono<List<Tool>> listTools(McpAsyncClient client) {
    return client.listTools().map(result -> admitted(result.tools()));
  }

  private List<Tool> admitted(List<Tool> tools) {
    return tools.stream().filter(tool -> gate.admits(tool.name())).toList();
  }

  /** Calls a tool if the gate lets it. May wait for the person who is asked. */
  public CallToolResult callTool(McpSyncClient client, CallToolRequest request) {
    Attempt attempt = attempt(request);
    if (attempt instanceof Attempt.Allowed allowed) {
      return told(allowed.call(), () -> client.callTool(Calls.checked(request, allowed.call())));
    }
    return Calls.refused((Attempt.Refused) attempt);
  }

  /** The same, later; whoever is asked is waited for on a thread that may wait. */
  public Mono<CallToolResult> callTool(McpAsyncClient client, CallToolRequest request) {
    return Mono.fromCallable(() -> attempt(request))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(attempt ->
            attempt instanceof Attempt.Allowed allowed
                ? called(client, request, allowed.call())
                : Mono.just(Calls.refused((Attempt.Refused) attempt)));
  }

  private Mono<CallToolResult> called(
      McpAsyncClient client, CallToolRequest request, ToolCall call) {
    return client
        .callTool(Calls.checked(request, call))
        .doOnNext(result -> tell(call, result))
        .doOnError(failed -> tell(call, failed));
  }

  private Attempt attempt(CallToolRequest request) {
    return run.attempt(request.name(), Calls.arguments(request));
  }

  private interface Calling {
    CallToolResult call();
  }

  private CallToolResult told(ToolCall call, Calling calling) {
    try {
      CallToolResult result = calling.call();
      tell(call, result);
      return result;
    } catch (RuntimeException failed) {
      tell(call, failed);
      throw failed;
    }
  }

  private void tell(ToolCall call, CallToolResult result) {
    Contents.of(result).forEach(text -> conversation().result(call, text));
  }

  /** Agents hand the message to the model, and the server wrote it. */
  private void tell(ToolCall call, Throwable failed) {
    conversation().result(call, String.valueOf(failed.getMessage()));
  }

  /**
   * Reads a resource.
   *
   * @param trust the lowest trust of its writers
   */
  public ReadResourceResult readResource(
      McpSyncClient client, ReadResourceRequest request, Trust trust) {
    ReadResourceResult result = client.readResource(request);
    Contents.of(result).forEach(text -> tell(request.uri(), trust, text));
    return result;
  }

  /**
   * Gets a prompt. It counts as content, and not as the user's words: the server wrote it.
   *
   * @param trust the lowest trust of its writers
   */
  public GetPromptResult getPrompt(McpSyncClient client, GetPromptRequest request, Trust trust) {
    GetPromptResult result = client.getPrompt(request);
    Contents.of(result).forEach(text -> tell(request.name(), trust, text));
    return result;
  }

  private void tell(String name, Trust trust, String text) {
    conversation().content(name, trust, Sensitivity.PUBLIC, text);
  }
}
