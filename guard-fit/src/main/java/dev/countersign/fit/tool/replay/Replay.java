package dev.countersign.fit.tool.replay;

import dev.countersign.fit.tool.replay.RecordedRun.Step;
import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a gate would have said of a recorded run. What the run did after a refused call cannot be
 * known, so the run counts as stopped there; the later calls are decided on all the same.
 *
 * @param run the run
 * @param rulings of all its calls, in order
 * @param asks how often a person would have been asked
 * @param stopped whether a call was denied, or asked about and refused
 */
public record Replay(RecordedRun run, List<Ruling> rulings, int asks, boolean stopped) {
  public Replay {
    rulings = List.copyOf(rulings);
  }

  /**
   * Decides on a run again.
   *
   * @param person whether a person would endorse what a ruling asks about
   */
  public static Replay of(RecordedRun run, ToolGate gate, Predicate<Ruling> person) {
    Conversation conversation = gate.start();
    List<Ruling> rulings = new ArrayList<>();
    int asks = 0;
    boolean stopped = false;
    for (Step step : run.steps()) {
      switch (step) {
        case Step.System system -> conversation.system(system.text());
        case Step.User user -> conversation.user(user.text());
        case Step.Result result -> conversation.result(result.call(), result.output());
        case Step.Call call -> {
          Ruling ruling = gate.decide(conversation, call.call());
          rulings.add(ruling);
          boolean asked = ruling.verdict() == Verdict.ASK;
          asks += asked && !stopped ? 1 : 0;
          if (asked && person.test(ruling)) {
            conversation.endorse(ruling);
            gate.decide(conversation, call.call());
          } else {
            stopped |= ruling.verdict() != Verdict.ALLOW;
          }
        }
      }
    }
    return new Replay(run, rulings, asks, stopped);
  }

  /** How many calls had this verdict. */
  public long count(Verdict verdict) {
    return rulings.stream().filter(ruling -> ruling.verdict() == verdict).count();
  }
}
