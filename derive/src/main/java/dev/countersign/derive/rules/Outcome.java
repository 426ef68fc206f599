package dev.countersign.derive.rules;

import dev.countersign.derive.FactRef;
import java.util.List;

/**
 * What an expression came to.
 *
 * @param <T> what it gives where everything it needs is known
 */
public sealed interface Outcome<T> {
  /**
   * A value.
   *
   * @param value what it is
   * @param reads the facts that were read on the way, sorted
   */
  record Known<T>(T value, List<FactRef> reads) implements Outcome<T> {
    public Known {
      reads = List.copyOf(reads);
    }
  }

  /**
   * It hangs on facts that nobody gave.
   *
   * @param missing these, sorted
   */
  record Unknown<T>(List<FactRef> missing) implements Outcome<T> {
    public Unknown {
      missing = List.copyOf(missing);
    }
  }
}
