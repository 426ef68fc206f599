package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.io.InputStream;

/** What expands compressed bytes, from their beginning, as often as it is asked to. */
@FunctionalInterface
public interface Expansion {
  /** Begins anew. */
  InputStream open() throws IOException;
}
