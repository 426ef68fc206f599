package dev.countersign.inspect.python;

import java.util.Optional;

/** What a function of a library does that a reader of a model should know of. */
public enum Behaviour {
  /** Runs a program. */
  COMMAND,
  /** Runs text or bytes as code. */
  CODE,
  /** Makes functions or code objects of data. */
  MAKES_CODE,
  /** Loads a native library or calls into the system past Python. */
  NATIVE,
  /** Compiles native code and loads it. */
  BUILDS,
  /** Opens a connection of its own kind. */
  SOCKET,
  /** Asks another host over a known protocol. */
  NETWORK,
  /** Unpickles, or reads what may hold a pickle. */
  UNPICKLES,
  /** Deletes or replaces files. */
  DESTROYS,
  /** Opens a file. */
  OPENS,
  /** Gives data that was hidden. */
  DECODES,
  /** Joins a connection to the input and output of a program. */
  REDIRECTS;

  /** Where the value that it gives came from, where that matters. */
  Optional<Value.Source> gives() {
    return switch (this) {
      case SOCKET, NETWORK -> Optional.of(Value.Source.REMOTE);
      case DECODES -> Optional.of(Value.Source.DECODED);
      default -> Optional.empty();
    };
  }
}
