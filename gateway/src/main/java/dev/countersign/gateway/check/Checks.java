package dev.countersign.gateway.check;

import dev.countersign.gateway.wire.Tensor;
import dev.countersign.gateway.wire.Turn;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.tool.ToolGate;
import java.util.List;
import java.util.Optional;

/**
 * What a gate checks, by the kind of what is checked. One class adapts each gate. Implementations
 * may be used by several threads and may throw: the proxy then decides as the fail mode says.
 */
public sealed interface Checks {
  /** The input gate: the tensors of an inference, row by row. */
  non-sealed interface Inputs extends Checks {
    /** The severest finding of all rows. */
    Finding check(List<Tensor> inputs, Deadline deadline);

    /**
     * The tensors in the order of the features that the gate takes them for; as they came where it
     * does not know better.
     *
     * @return a place for each; empty for a feature that the request has not
     */
    default List<Optional<Tensor>> inOrder(List<Tensor> inputs) {
      return inputs.stream().map(Optional::of).toList();
    }
  }

  /** The output gate for predictive models: the numbers of an answer. */
  non-sealed interface Numbers extends Checks {
    /** The severest finding of all outputs. */
    Finding check(List<Tensor> outputs, Deadline deadline);
  }

  /** The prompt gate: texts on their way to a model. */
  non-sealed interface Prompts extends Checks {
    /** The severest finding of all texts. */
    Finding check(List<String> texts, Deadline deadline);
  }

  /** The output gate for texts. */
  non-sealed interface Texts extends Checks {
    /** A whole text. */
    Finding check(String text, Deadline deadline);

    /** A text that comes in parts; for one thread. */
    TextStream stream();
  }

  /** The tool gate: calls that an agent is about to make. */
  non-sealed interface Calls extends Checks {
    /**
     * The severest finding of all calls.
     *
     * @param conversation everything that the model has seen, in order
     * @param calls what it asks for now, in order
     */
    Finding check(List<Turn> conversation, List<Turn.Call> calls, Deadline deadline);
  }

  /**
   * The tool gate between an agent and a server of tools. It remembers what came back, so it is
   * asked itself, in runs of its own.
   *
   * @param gate decides
   * @param most the severest decision that there is
   * @param asking what becomes of a call that a person would have to endorse
   */
  record Tools(ToolGate gate, Decision most, Asking asking) implements Checks {
    /** What becomes of a call that a person would have to endorse. */
    public enum Asking {
      /** It does not go on. */
      REJECT,
      /** It goes on with a flag. */
      FLAG,
      /** The client asks its user, where it can. */
      ELICIT
    }
  }
}
