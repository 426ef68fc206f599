package dev.countersign.derive.rules;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import java.util.List;

/** What an expression sees of an element, or of somebody unknown. */
sealed interface Subject {
  /** An element with its facts. */
  record Known(Element element) implements Subject {
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
  record Somebody(List<FactRef> missing) implements Subject {
    public Somebody {
      missing = List.copyOf(missing);
    }

    @Override
    public String toString() {
      return "somebody unknown";
    }
  }
}
