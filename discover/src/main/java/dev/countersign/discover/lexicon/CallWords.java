package dev.countersign.discover.lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What calls tell: {@code calls.yaml}. */
public final class CallWords {
  private static final Resource FILE = Resource.of("calls.yaml");

  /** Calls that take weights from a public hub. */
  public static final Map<String, CallWord> HUB = calls("hub");

  /** Calls that load an artefact. */
  public static final Map<String, CallWord> LOADS = calls("loads");

  /** Calls that write an artefact. */
  public static final Map<String, CallWord> SAVES = calls("saves");

  /** Calls that fetch a published dataset. */
  public static final Map<String, CallWord> DATASETS = calls("datasets");

  /** Ready-made tools. */
  public static final Map<String, CallWord> TOOLS = calls("tools");

  /** Calls that read data. */
  public static final Set<String> READS = Set.copyOf(FILE.names("reads"));

  /** Calls that train, wherever they stand. */
  public static final Set<String> TRAINS = Set.copyOf(FILE.names("trains"));

  /** Calls that train where a training library is imported. */
  public static final Set<String> TRAINS_WITH_LIBRARY =
      Set.copyOf(FILE.names("trains-with-library"));

  /** Endings of class names of estimators and losses, with the task that they tell. */
  public static final Map<String, String> ESTIMATORS = FILE.words("estimators");

  /** Calls and decorators that show a page to people. */
  public static final Set<String> FOR_PEOPLE = Set.copyOf(FILE.names("pages-for-people"));

  /** Calls that start to answer programs. */
  public static final Set<String> FOR_PROGRAMS = Set.copyOf(FILE.names("pages-for-programs"));

  /** Decorators and annotations that let a function or class answer programs. */
  public static final Set<String> PAGE_DECORATORS = Set.copyOf(FILE.names("page-decorators"));

  /** Decorators that make a function a tool. */
  public static final Set<String> TOOL_DECORATORS = Set.copyOf(FILE.names("tool-decorators"));

  /** Classes that remember, with how far that reaches; empty where it depends on their use. */
  public static final Map<String, String> MEMORIES = FILE.words("memories");

  /** Calls that make an agent where a framework for agents is imported. */
  public static final Set<String> AGENTS = Set.copyOf(FILE.names("agents"));

  /** Calls that make a server of the Model Context Protocol where a library for it is imported. */
  public static final Set<String> MCP_SERVERS = Set.copyOf(FILE.names("mcp-servers"));

  /** Arguments that limit how many steps a run may take. */
  public static final List<String> LIMITS = FILE.names("limits");

  /** Classes that keep vectors, by product. */
  public static final Map<String, String> STORES = FILE.words("stores");

  /** Parts of addresses, with who answers there. */
  public static final Map<String, String> HOSTS = FILE.words("hosts");

  /** Parts of the names of constants that hold a prompt. */
  public static final List<String> PROMPTS = FILE.names("prompt-names");

  private CallWords() {}

  /** What is known of a call by the last two parts of its name, or by the last. */
  public static <T> Optional<T> find(Map<String, T> words, String path) {
    int last = path.lastIndexOf('.');
    if (last < 0) {
      return Optional.ofNullable(words.get(path));
    }
    int two = path.lastIndexOf('.', last - 1);
    return Optional.ofNullable(words.get(path.substring(two + 1)))
        .or(() -> Optional.ofNullable(words.get(path.substring(last + 1))));
  }

  /** Whether one of these names is the end of the path. */
  public static boolean has(Set<String> words, String path) {
    for (String at = path; !at.isEmpty(); at = at.substring(at.indexOf('.') + 1)) {
      if (words.contains(at)) {
        return true;
      }
      if (at.indexOf('.') < 0) {
        return false;
      }
    }
    return false;
  }

  private static Map<String, CallWord> calls(String section) {
    Map<String, CallWord> calls = new LinkedHashMap<>();
    FILE.lines(section).forEach((call, line) -> calls.put(call, CallWord.of(line)));
    return calls;
  }
}
