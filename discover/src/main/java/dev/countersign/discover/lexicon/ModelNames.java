package dev.countersign.discover.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What names of models mean: {@code models.yaml}. */
public final class ModelNames {
  private static final int LONGEST = 80;
  private static final int LENGTH_OF_DAY = 6;
  private static final List<String> PREFIXES = List.of("", "model", "chatmodel", "embeddingmodel");
  private static final Resource FILE = Resource.of("models.yaml");
  private static final List<Hosted> HOSTED = hosted();
  private static final List<String> NOT_HOSTED = FILE.names("not-hosted");
  private static final List<Resource.Line> FAMILIES = FILE.list("families");
  private static final Map<String, String> CONSTANTS = constants();
  private static final Map<String, String> CLASSES = FILE.words("classes");

  private ModelNames() {}

  /**
   * A model that somebody else runs.
   *
   * @param starts how its name starts
   * @param supplier who runs it
   * @param task what it does
   */
  public record Hosted(String starts, String supplier, String task) {}

  /** The host of a model of this name, if the name is one of a hosted model. */
  public static Optional<Hosted> hosted(String name) {
    String bare = bare(name);
    return isName(name)
        ? HOSTED.stream().filter(host -> fits(name, host) || fits(bare, host)).findFirst()
        : Optional.empty();
  }

  /**
   * The hosted model that a constant of a library stands for.
   *
   * @param constant the last part of its name: {@code GPT_4_O_MINI}, {@code ChatModelGPT4oMini}
   */
  public static Optional<String> ofConstant(String constant) {
    String compact = compact(constant);
    for (String prefix : PREFIXES) {
      String bare = compact.startsWith(prefix) ? compact.substring(prefix.length()) : compact;
      String known = CONSTANTS.get(bare);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** The name without who serves it: {@code openai:gpt-4o} and {@code openai/gpt-4o} are one. */
  public static String bare(String name) {
    int prefix = Math.max(name.indexOf(':'), name.lastIndexOf('/'));
    String rest = name.substring(prefix + 1);
    return !rest.isEmpty() && Character.isLetter(rest.charAt(0)) ? rest : name;
  }

  /** What a model does, by its name or by the class or pipeline that loads it. */
  public static Optional<String> task(String name) {
    String known = CLASSES.get(name);
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(known)
        .or(() ->
            FAMILIES.stream()
                .filter(family -> lower.contains(family.text("part")))
                .map(family -> family.text("task"))
                .findFirst());
  }

  /** What the class or pipeline of this name does. */
  public static Optional<String> taskOfClass(String name) {
    return Optional.ofNullable(CLASSES.get(name));
  }

  /** Whether a text has the form of a name on a hub, {@code organisation/model}. */
  public static boolean isHubName(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && slash == text.lastIndexOf('/')
        && slash + 1 < text.length()
        && isName(text)
        && Character.isLetterOrDigit(text.charAt(0))
        && text.indexOf(':') < 0
        && text.chars().anyMatch(Character::isLetter);
  }

  /** Whether the form is that of a name: letters, digits and {@code . _ - / :}. */
  public static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(ModelNames::part);
  }

  private static boolean part(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "._-/:@".indexOf(c) >= 0);
  }

  private static boolean fits(String name, Hosted host) {
    if (!name.startsWith(host.starts()) || NOT_HOSTED.stream().anyMatch(name::startsWith)) {
      return false;
    }
    String rest = name.substring(host.starts().length());
    return !rest.isEmpty() && host.starts().endsWith("-")
        || rest.isEmpty() && !host.starts().endsWith("-")
        || !rest.isEmpty() && "-.:0123456789".indexOf(rest.charAt(0)) >= 0;
  }

  private static Map<String, String> constants() {
    Map<String, String> constants = new HashMap<>();
    FILE.names("constants").forEach(name -> constants.put(compact(name), name));
    return constants;
  }

  /** Letters and digits only, in lower case, without a day at the end. */
  private static String compact(String name) {
    StringBuilder compact = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < 0x80 && Character.isLetterOrDigit(c)) {
        compact.append(Character.toLowerCase(c));
      }
    }
    int end = compact.length();
    while (end > 0 && Character.isDigit(compact.charAt(end - 1))) {
      end--;
    }
    return compact.length() - end >= LENGTH_OF_DAY ? compact.substring(0, end) : compact.toString();
  }

  private static List<Hosted> hosted() {
    return FILE.list("hosted").stream()
        .map(line -> new Hosted(line.text("starts"), line.text("supplier"), line.text("task")))
        .toList();
  }
}
