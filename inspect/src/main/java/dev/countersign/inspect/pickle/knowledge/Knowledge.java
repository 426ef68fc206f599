package dev.countersign.inspect.pickle.knowledge;

import java.util.Map;

/**
 * The names that libraries legitimately save in pickles, and those that no model needs. Names are
 * as Python 3 knows them: {@code builtins}, never {@code __builtin__}. Loaded once, when it is
 * first asked. Immutable, safe for several threads.
 *
 * <p>The data are resources beside this class, named in {@code index.txt}, each for one library:
 *
 * <pre>
 * library numpy
 * safe CALL numpy.core.multiarray _reconstruct
 * safe CLASS numpy dtype
 * safe VALUE numpy ndarray float32 float64
 * danger os * runs commands and reaches files
 * danger builtins eval runs code
 * </pre>
 *
 * <p>{@code *} as the name of a danger is everything in the module and in the modules below it,
 * except what a line {@code safe} names.
 */
public final class Knowledge {
  private final Map<String, Map<String, Known>> names;
  private final Map<String, Known> modules;

  Knowledge(Map<String, Map<String, Known>> names, Map<String, Known> modules) {
    this.names = names;
    this.modules = modules;
  }

  /** What comes with this version of Countersign. */
  public static Knowledge usual() {
    return Usual.KNOWLEDGE;
  }

  /**
   * What is known of a name.
   *
   * @param module as in {@code torch._utils}
   * @param name in it, with dots where it is an attribute of something in it
   * @return {@link Known#NOTHING} where nobody listed it
   */
  public Known of(String module, String name) {
    Map<String, Known> inModule = names.get(module);
    Known known = inModule == null ? null : inModule.get(name);
    return known == null ? ofModule(module) : known;
  }

  /**
   * What is known of everything in a module, as far as it is dangerous.
   *
   * @return {@link Known#NOTHING} unless the module or one above it is dangerous as a whole
   */
  public Known ofModule(String module) {
    String above = module;
    while (true) {
      Known known = modules.get(above);
      if (known != null) {
        return known;
      }
      int dot = above.lastIndexOf('.');
      if (dot < 0) {
        return Known.NOTHING;
      }
      above = above.substring(0, dot);
    }
  }

  private static final class Usual {
    static final Knowledge KNOWLEDGE = KnowledgeReader.read();
  }
}
