package dev.countersign.inspect.python;

import dev.countersign.inspect.text.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What functions do, by their dotted names; the list is {@code behaviours.txt}. A name counts with
 * modules before it too: {@code torch.os.system} is {@code os.system}.
 */
public final class Behaviours {
  private static final Map<String, Behaviour> KNOWN = new HashMap<>();

  static {
    for (String line : WordList.lines(Behaviours.class, "behaviours.txt")) {
      int space = line.indexOf(' ');
      KNOWN.put(
          line.substring(space + 1).strip(),
          Behaviour.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT).replace('-', '_')));
    }
  }

  private Behaviours() {}

  /** What a function does; empty where it is on no list. */
  public static Optional<Behaviour> of(String path) {
    String name = plain(path);
    for (int from = 0; from >= 0; from = name.indexOf('.', from) + 1) {
      String rest = name.substring(from);
      boolean named = from == 0 || rest.indexOf('.') > 0;
      Behaviour found = named ? exactly(rest) : null;
      if (found != null) {
        return Optional.of(found);
      }
      if (name.indexOf('.', from) < 0) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The name without {@code builtins.} before it. */
  static String plain(String path) {
    if (path.startsWith("builtins.")) {
      return path.substring(9);
    }
    return path.startsWith("__builtin__.") ? path.substring(12) : path;
  }

  private static @org.jspecify.annotations.Nullable Behaviour exactly(String name) {
    Behaviour whole = KNOWN.get(name);
    if (whole != null) {
      return whole;
    }
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      Behaviour all = KNOWN.get(name.substring(0, dot) + ".*");
      if (all != null) {
        return all;
      }
    }
    return null;
  }
}
