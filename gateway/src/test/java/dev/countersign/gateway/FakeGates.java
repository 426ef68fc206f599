package dev.countersign.gateway;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.check.TextStream;
import dev.countersign.gateway.config.GateConfig;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.gateway.wire.Turn;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.ProfileFile;
import java.util.List;
import java.util.Optional;

/**
 * Gates that a test can follow: numbers above 100 and the word {@code forbidden} are rejected,
 * {@code suspicious} is flagged, a tool of the name {@code transfer} is denied, and {@code boom}
 * makes the gate itself fail.
 */
final class FakeGates implements GateMaker {
  @Override
  public GateSet add(GateSet gates, GateConfig config, Optional<ProfileFile> profile) {
    return switch (config.gate()) {
      case INPUT -> gates.withInputs((rows, deadline) -> numbers(Gate.INPUT, rows));
      case PROMPT -> gates.withPrompts((texts, deadline) -> prompts(texts));
      case OUTPUT ->
          gates.withTexts(new Words()).withNumbers((rows, deadline) -> numbers(Gate.OUTPUT, rows));
      case TOOL -> gates.withCalls((turns, calls, deadline) -> calls(calls));
    };
  }

  private static Finding numbers(Gate gate, List<Tensor> tensors) {
    boolean large =
        tensors.stream()
            .flatMap(tensor -> tensor.data().stream())
            .anyMatch(value -> value.isNumber() && value.asDouble() > 100);
    return Finding.of(gate, large ? Decision.REJECT : Decision.ACCEPT);
  }

  private static Finding prompts(List<String> texts) {
    Decision worst = Decision.ACCEPT;
    for (String text : texts) {
      worst = worst.and(word(text));
    }
    return Finding.of(Gate.PROMPT, worst);
  }

  private static Decision word(String text) {
    if (text.contains("boom")) {
      throw new IllegalStateException("boom");
    }
    return text.contains("forbidden")
        ? Decision.REJECT
        : text.contains("suspicious") ? Decision.FLAG : Decision.ACCEPT;
  }

  private static Finding calls(List<Turn.Call> calls) {
    boolean denied = calls.stream().anyMatch(call -> call.name().equals("transfer"));
    return Finding.of(Gate.TOOL, denied ? Decision.REJECT : Decision.ACCEPT);
  }

  private static final class Words implements Checks.Texts {
    @Override
    public Finding check(String text, Deadline deadline) {
      return Finding.of(Gate.OUTPUT, word(text));
    }

    @Override
    public TextStream stream() {
      return new HeldWord();
    }
  }

  /** Holds back as many characters as the word has. */
  private static final class HeldWord implements TextStream {
    private static final int HELD = "forbidden".length();

    private final StringBuilder held = new StringBuilder();

    @Override
    public Released push(String part, Deadline deadline) {
      held.append(part);
      Decision decision = word(held.toString());
      if (decision == Decision.REJECT) {
        return new Released("", Optional.of(Finding.of(Gate.OUTPUT, decision)));
      }
      int free = Math.max(0, held.length() - HELD);
      String text = held.substring(0, free);
      held.delete(0, free);
      return new Released(text, Optional.empty());
    }

    @Override
    public Released end(Deadline deadline) {
      return new Released(held.toString(), Optional.empty());
    }
  }
}
