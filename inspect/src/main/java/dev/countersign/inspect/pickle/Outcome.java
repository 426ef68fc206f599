package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import java.util.Optional;

/**
 * How the reading of one stream ended.
 *
 * @param end the place after its last byte that was read
 * @param broken where and why it broke; empty where it ended with {@code STOP}
 */
public record Outcome(long end, Optional<Broken> broken) {
  /** Whether it ended as it should. */
  public boolean whole() {
    return broken.isEmpty();
  }
}
