package dev.countersign.inspect.pickle;

import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.pickle.knowledge.Known;
import dev.countersign.inspect.pickle.knowledge.Manner;
import dev.countersign.inspect.pickle.knowledge.Standing;
import java.util.Set;

/** What is known of names, also of those with dots, which Python follows from object to object. */
final class Names {
  /** Modules that are steps on the way to anything, wherever another module has them as a name. */
  private static final Set<String> STEPS =
      Set.of(
          "os",
          "sys",
          "posix",
          "nt",
          "subprocess",
          "builtins",
          "__builtins__",
          "importlib",
          "socket",
          "shutil",
          "ctypes",
          "runpy",
          "pty",
          "commands",
          "_posixsubprocess");

  /** Names with two underscores that lead nowhere. */
  private static final Set<String> HARMLESS =
      Set.of("__new__", "__name__", "__qualname__", "__module__", "__doc__", "__version__");

  private final Knowledge knowledge;

  Names(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What is known of something, by itself or by what leads to it. */
  Known known(String module, String name) {
    Known known = knowledge.of(module, name);
    if (known != Known.NOTHING) {
      return known;
    }
    if (name.isEmpty()) {
      return knowledge.ofModule(module);
    }
    if (STEPS.contains(imported(name))) {
      return step(name);
    }
    return name.indexOf('.') < 0 ? underscores(name) : dotted(module, name);
  }

  /** What an attribute of something is, by its name alone. */
  static boolean dangerousAttribute(String name) {
    return name.startsWith("__")
        && name.endsWith("__")
        && name.length() > 4
        && !HARMLESS.contains(name);
  }

  private Known dotted(String module, String name) {
    String[] parts = name.split("\\.", 64);
    Known way = way(module, parts);
    return way.dangerous() ? way : under(way);
  }

  /** Whether any step of the way is dangerous: of the module, or of a module that is met on it. */
  private Known way(String module, String[] parts) {
    for (int i = 0; i < parts.length; i++) {
      String part = imported(parts[i]);
      Known step = STEPS.contains(part) ? step(part) : underscores(parts[i]);
      Known next = i + 1 < parts.length ? knowledge.of(part, parts[i + 1]) : Known.NOTHING;
      if (step.dangerous() || next.dangerous()) {
        return step.dangerous() ? step : next;
      }
    }
    return prefixes(module, parts);
  }

  /** Modules import others under a name with an underscore, as {@code random} does {@code _os}. */
  private static String imported(String name) {
    return name.length() > 1 && name.charAt(0) == '_' && name.charAt(1) != '_'
        ? name.substring(1)
        : name;
  }

  private Known prefixes(String module, String[] parts) {
    StringBuilder prefix = new StringBuilder();
    StringBuilder deeper = new StringBuilder(module);
    Known safe = Known.NOTHING;
    for (int i = 0; i + 1 < parts.length; i++) {
      prefix.append(i == 0 ? "" : ".").append(parts[i]);
      deeper.append('.').append(parts[i]);
      Known known = knowledge.of(module, prefix.toString());
      Known below = knowledge.of(deeper.toString(), parts[i + 1]);
      if (known.dangerous() || below.dangerous()) {
        return known.dangerous() ? known : below;
      }
      safe = known.safe() ? known : safe;
    }
    return safe;
  }

  /** An attribute of a safe class is safe to refer to, and nothing more. */
  private static Known under(Known way) {
    return way.safe() ? new Known(Standing.SAFE, Manner.VALUE, way.library(), "") : Known.NOTHING;
  }

  private static Known step(String name) {
    return new Known(
        Standing.DANGEROUS, Manner.VALUE, "", "is the module " + name + ", met through another");
  }

  private static Known underscores(String name) {
    return dangerousAttribute(name)
        ? new Known(Standing.DANGEROUS, Manner.VALUE, "", "reaches into the insides of Python")
        : Known.NOTHING;
  }

  /** Whether a name is there, and has no spaces or control characters. */
  static boolean plain(String name) {
    if (name.isEmpty()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** A name without spaces and control characters: what a reader that strips them finds. */
  static String withoutControls(String name) {
    if (plain(name)) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    name.chars().filter(c -> c > ' ' && c != 0x7F).forEach(c -> out.append((char) c));
    return out.toString();
  }
}
