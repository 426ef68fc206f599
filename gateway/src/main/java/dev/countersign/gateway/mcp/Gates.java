package dev.countersign.gateway.mcp;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Checks.Tools.Asking;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.Reason;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The gates around one request of a session. */
final class Gates {
  private final Flow flow;
  private final Session session;
  private final GateSet gates;

  Gates(Flow flow, Session session) {
    this.flow = flow;
    this.session = session;
    this.gates = session.ready().gates();
  }

  /** Whether the prompt gate rejects texts that a server put before the model. */
  boolean rejects(List<String> texts) {
    List<String> said = texts.stream().filter(text -> !text.isBlank()).toList();
    if (gates.prompts().isEmpty() || said.isEmpty()) {
      return false;
    }
    Checks.Prompts gate = gates.prompts().get();
    return flow.exchange.ask(Gate.PROMPT, gates, deadline -> gate.check(said, deadline)).rejects();
  }

  /** Whether the tool gate lets a tool be called at all. */
  boolean admits(String tool) {
    return gates.tools().map(tools -> tools.gate().admits(tool)).orElse(true);
  }

  /**
   * Why a call does not go on, in a sentence for the model.
   *
   * @param out where a person is asked, if one can be
   */
  Optional<String> refusal(ToolCall call, Outbox out) throws InterruptedException {
    if (gates.tools().isEmpty() || session.run().isEmpty()) {
      return Optional.empty();
    }
    Checks.Tools tools = gates.tools().get();
    Conversation run = session.run().get();
    Judged judged = judge(tools, run, call);
    return judged.asksSomebody(tools, session)
        ? asked(tools, run, judged, out).refusal()
        : judged.refusal();
  }

  private Judged asked(Checks.Tools tools, Conversation run, Judged first, Outbox out)
      throws InterruptedException {
    Questions questions = session.questions();
    Duration patience = session.config().askTime();
    boolean atOnce = questions.takeTurn(Duration.ZERO);
    if (!atOnce && !questions.takeTurn(patience)) {
      return first;
    }
    try {
      Ruling ruling = first.ruling().orElseThrow();
      // Whoever waited decides again: somebody may have endorsed the same in the meantime.
      Judged judged = atOnce ? first : judge(tools, run, ruling.call());
      if (!judged.asksSomebody(tools, session) || !questions.endorses(ruling, out, patience)) {
        return judged;
      }
      run.endorse(ruling);
      return judge(tools, run, ruling.call());
    } finally {
      questions.endTurn();
    }
  }

  private Judged judge(Checks.Tools tools, Conversation run, ToolCall call) {
    Ruling[] ruled = new Ruling[1];
    Finding finding =
        flow.exchange.ask(
            Gate.TOOL,
            gates,
            deadline -> {
              ruled[0] = tools.gate().decide(run, call);
              return finding(tools, ruled[0]);
            });
    return new Judged(finding, Optional.ofNullable(ruled[0]));
  }

  private static Finding finding(Checks.Tools tools, Ruling ruling) {
    boolean asks = ruling.verdict() == Verdict.ASK && tools.asking() != Asking.FLAG;
    Decision decision = asks ? Decision.REJECT : ruling.decision();
    return Finding.of(
        Gate.TOOL,
        decision.compareTo(tools.most()) > 0 ? tools.most() : decision,
        ruling.reasons().stream().map(Gates::shown).distinct().toArray(String[]::new));
  }

  private static String shown(Reason reason) {
    String at = reason.argument().isEmpty() ? "" : " of " + Shown.of(reason.argument());
    return reason.rule().word() + at;
  }

  /** What was decided; without a ruling where the gate failed. */
  private record Judged(Finding finding, Optional<Ruling> ruling) {
    boolean asksSomebody(Checks.Tools tools, Session session) {
      return finding.rejects()
          && tools.asking() == Asking.ELICIT
          && session.questions().arePossible()
          && asks();
    }

    private boolean asks() {
      return ruling.filter(one -> one.verdict() == Verdict.ASK).isPresent();
    }

    Optional<String> refusal() {
      return finding.rejects() ? Optional.of(sentence()) : Optional.empty();
    }

    /**
     * Names arguments and rules, and no values: the model must not read an attacker's words again.
     */
    private String sentence() {
      String why =
          ruling
              .map(one -> one.reasons().stream().map(Gates::shown).distinct())
              .map(reasons -> reasons.collect(Collectors.joining(", ")))
              .orElse("the gate failed");
      return asks()
          ? "The call was not executed: a person would have to endorse it first ("
              + why
              + "). Do not try it again; tell the user."
          : "The call was refused by the tool gate and not executed ("
              + why
              + "). Do not try it again; go on with what the user asked for.";
    }
  }

  /**
   * Takes note of what a tool returned, before the model reads it.
   *
   * @return whether it may be read
   */
  boolean take(ToolCall call, List<String> texts) {
    Finding told = session.run().isEmpty() ? Finding.accepted(Gate.TOOL) : tell(call, texts);
    return !told.rejects() && !rejects(texts);
  }

  /** What could not be taken note of would count as if the model had never read it. */
  private Finding tell(ToolCall call, List<String> texts) {
    try {
      texts.stream().filter(text -> !text.isBlank()).forEach(text -> session.result(call, text));
      return Finding.accepted(Gate.TOOL);
    } catch (RuntimeException | StackOverflowError failed) {
      Finding finding =
          Finding.of(Gate.TOOL, gates.fail().decision(), "the result could not be followed");
      flow.exchange.findings.add(finding);
      return finding;
    }
  }
}
