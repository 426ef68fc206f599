package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;

/** A pickle has more objects at once than are followed. */
final class TooLarge extends Broken {
  private static final long serialVersionUID = 1;

  TooLarge() {
    super(0, "more objects at once than are followed");
  }
}
