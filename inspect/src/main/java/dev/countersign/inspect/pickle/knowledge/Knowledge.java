package dev.countersign.inspect.pickle.knowledge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The names that libraries legitimately save in pickles, and those that no model needs. Names are
 * as Python 3 knows them: {@code builtins}, never {@code __builtin__}. Safe for several threads.
 * What is known of a package is read when a name in it is first asked for.
 *
 * <p>The data are resources beside this class, each for one library. {@code index.txt} names them,
 * each with the packages that it tells of; {@code *} stands for every package that has no resource
 * of its own.
 *
 * <pre>
 * library numpy
 * safe CALL numpy.core.multiarray _reconstruct
 * safe CLASS numpy dtype
 * safe VALUE numpy ndarray float32 float64
 * danger os *: runs commands and reaches files
 * danger builtins eval exec: runs code
 * </pre>
 *
 * <p>{@code *} as the name of a danger is everything in the module and in the modules below it,
 * except what a line {@code safe} names. Safe is only what is named, since packages of thousands of
 * names hold functions that run what they are given; a {@code *} there stands only for what no
 * Python can import.
 */
public final class Knowledge {
  private static final String ANY = "*";

  /** What is known of the modules of a package. */
  private final Function<String, Map<String, Names>> packages;

  private Knowledge(Function<String, Map<String, Names>> packages) {
    this.packages = packages;
  }

  /** What comes with this version of Countersign. */
  public static Knowledge usual() {
    return Usual.KNOWLEDGE;
  }

  /** What lines of a resource say, and nothing else. */
  static Knowledge parse(List<String> lines) {
    Map<String, Names> modules = KnowledgeReader.parse(lines);
    return new Knowledge(_ -> modules);
  }

  /**
   * What is known of a name.
   *
   * @param module as in {@code torch._utils}
   * @param name in it, with dots where it is an attribute of something in it
   * @return {@link Known#NOTHING} where nobody listed it
   */
  public Known of(String module, String name) {
    Map<String, Names> modules = modules(module);
    Names names = modules.get(module);
    Known known = names == null ? null : names.of(name);
    return known == null ? ofModule(modules, module) : known;
  }

  /**
   * What is known of everything in a module.
   *
   * @return {@link Known#NOTHING} unless something is said of the module or one above it as a whole
   */
  public Known ofModule(String module) {
    return ofModule(modules(module), module);
  }

  private static Known ofModule(Map<String, Names> modules, String module) {
    String above = module;
    while (true) {
      Names names = modules.get(above);
      Known known = names == null ? null : names.whole();
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

  private Map<String, Names> modules(String module) {
    int dot = module.indexOf('.');
    return packages.apply(dot < 0 ? module : module.substring(0, dot));
  }

  private static final class Usual {
    static final Knowledge KNOWLEDGE = new Knowledge(new Resources());
  }

  /** The resources, each read once, when a package that it tells of is first asked for. */
  private static final class Resources implements Function<String, Map<String, Names>> {
    private final Map<String, List<String>> index = KnowledgeReader.index();
    private final Map<String, Map<String, Names>> read = new ConcurrentHashMap<>();

    @Override
    public Map<String, Names> apply(String named) {
      String known = index.containsKey(named) ? named : ANY;
      Map<String, Names> names = read.get(known);
      if (names == null) {
        names = KnowledgeReader.read(index.getOrDefault(known, List.of()));
        read.put(known, names);
      }
      return names;
    }
  }
}
