package dev.countersign.guard.tool;

import dev.countersign.attest.json.MalformedJson;
import java.util.stream.Collectors;

/**
 * One run of an agent behind the gate, with somebody to ask: what the seams to agent frameworks
 * drive. They tell {@link #conversation} what the model has seen before, ask {@link #attempt}
 * before each call, and tell the conversation what came back.
 */
public final class GuardedRun {
  private final ToolGate gate;
  private final Approver approver;
  private final Conversation conversation;

  private GuardedRun(ToolGate gate, Approver approver) {
    this.gate = gate;
    this.approver = approver;
    this.conversation = gate.start();
  }

  /** Starts a run. */
  public static GuardedRun start(ToolGate gate, Approver approver) {
    return new GuardedRun(gate, approver);
  }

  /** What the model has seen in this run. */
  public Conversation conversation() {
    return conversation;
  }

  /**
   * Whether a call goes on. May wait for the person who is asked.
   *
   * @param tool by name
   * @param arguments as the model wrote them
   */
  public Attempt attempt(String tool, String arguments) {
    try {
      return attempt(ToolCall.parse(tool, arguments));
    } catch (MalformedJson wrong) {
      return new Attempt.Refused(sentence("its arguments are not one JSON object"));
    }
  }

  /** The same, for a call that was read. */
  public Attempt attempt(ToolCall call) {
    Ruling ruling = decided(call);
    return ruling.verdict() == Verdict.ALLOW
        ? new Attempt.Allowed(call)
        : new Attempt.Refused(sentence(why(ruling)));
  }

  private Ruling decided(ToolCall call) {
    Ruling ruling = gate.decide(conversation, call);
    if (ruling.verdict() != Verdict.ASK || !approver.endorses(ruling)) {
      return ruling;
    }
    conversation.endorse(ruling);
    return gate.decide(conversation, call);
  }

  /**
   * Names arguments and rules, and no values: the model must not read an attacker's words again.
   */
  private static String why(Ruling ruling) {
    return ruling.reasons().stream()
        .map(GuardedRun::shown)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String shown(Reason reason) {
    String at = reason.argument().isEmpty() ? "" : " of " + reason.argument();
    return reason.rule().word() + at;
  }

  private static String sentence(String why) {
    return "The call was refused by the tool gate and not executed ("
        + why
        + "). Do not try it again; go on with what the user asked for.";
  }

  /** What becomes of a call. */
  public sealed interface Attempt {
    /**
     * It goes on.
     *
     * @param call to execute, and to tell the conversation the result of
     */
    record Allowed(ToolCall call) implements Attempt {}

    /**
     * It is not executed.
     *
     * @param message for the model, in place of a result
     */
    record Refused(String message) implements Attempt {}
  }
}
