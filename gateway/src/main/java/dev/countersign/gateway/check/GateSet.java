package dev.countersign.gateway.check;

import dev.countersign.guard.FailMode;
import java.time.Duration;
import java.util.Optional;

/**
 * What stands before and behind one upstream.
 *
 * @param inputs before an inference
 * @param prompts before a language model
 * @param texts behind a language model
 * @param numbers behind an inference
 * @param calls behind a language model that calls tools
 * @param tools around a server of tools
 * @param fail what is decided where a gate fails
 * @param time how long all of them may take for one request
 */
public record GateSet(
    Optional<Checks.Inputs> inputs,
    Optional<Checks.Prompts> prompts,
    Optional<Checks.Texts> texts,
    Optional<Checks.Numbers> numbers,
    Optional<Checks.Calls> calls,
    Optional<Checks.Tools> tools,
    FailMode fail,
    Duration time) {
  /** No gates at all. */
  public static GateSet none(FailMode fail, Duration time) {
    return new GateSet(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        fail,
        time);
  }

  /** The same with another gate before inferences. */
  public GateSet withInputs(Checks.Inputs one) {
    return new GateSet(Optional.of(one), prompts, texts, numbers, calls, tools, fail, time);
  }

  /** The same with another gate for prompts. */
  public GateSet withPrompts(Checks.Prompts one) {
    return new GateSet(inputs, Optional.of(one), texts, numbers, calls, tools, fail, time);
  }

  /** The same with another gate for texts. */
  public GateSet withTexts(Checks.Texts one) {
    return new GateSet(inputs, prompts, Optional.of(one), numbers, calls, tools, fail, time);
  }

  /** The same with another gate for numbers. */
  public GateSet withNumbers(Checks.Numbers one) {
    return new GateSet(inputs, prompts, texts, Optional.of(one), calls, tools, fail, time);
  }

  /** The same with another gate for calls of tools. */
  public GateSet withCalls(Checks.Calls one) {
    return new GateSet(inputs, prompts, texts, numbers, Optional.of(one), tools, fail, time);
  }

  /** The same with another gate around a server of tools. */
  public GateSet withTools(Checks.Tools one) {
    return new GateSet(inputs, prompts, texts, numbers, calls, Optional.of(one), fail, time);
  }
}
