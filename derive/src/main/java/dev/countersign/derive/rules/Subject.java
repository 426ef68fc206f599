package dev.countersign.derive.rules;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import java.util.List;
import java.util.Objects;

/**
 * What an expression sees of an element, or of somebody unknown. A subject knows the system that it
 * belongs to, so that the functions of rules need no state and one plan of a rule serves every
 * system.
 */
sealed interface Subject {
  /** The system that it belongs to. */
  Functions functions();

  /** An element with its facts. */
  record Known(Element element, Functions functions) implements Subject {
    @Override
    public boolean equals(Object other) {
      return other instanceof Known known
          && known.element.id().equals(element.id())
          && known.functions == functions;
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(element.id());
    }

    @Override
    public String toString() {
      return element.id();
    }
  }

  /**
   * Somebody who may be there: nothing is known of them while these facts are not given.
   *
   * @param missing the facts that could put somebody there
   */
  record Somebody(List<FactRef> missing, Functions functions) implements Subject {
    public Somebody {
      missing = List.copyOf(missing);
    }

    @Override
    public String toString() {
      return "somebody unknown";
    }
  }
}
