package dev.countersign.inspect.marshal;

import dev.countersign.inspect.text.WordList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that no layer of a model needs, whatever they belong to; byte code does not say. The list
 * is {@code dangerous-names.txt}.
 */
public final class DangerousNames {
  private static final Set<String> NAMES =
      Set.copyOf(WordList.lines(DangerousNames.class, "dangerous-names.txt"));
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "__import__\\s*\\(|\\bos\\.system\\s*\\(|\\bsubprocess\\.|\\b(exec|eval)\\s*\\(|/bin/(ba)?sh\\b");

  private DangerousNames() {}

  /** Those that the code names, or that stand in its constants. */
  public static List<String> of(CompiledCode code) {
    List<String> named = code.names().stream().filter(NAMES::contains).toList();
    return named.isEmpty()
        ? code.texts().stream().filter(DangerousNames::dangerous).toList()
        : named;
  }

  private static boolean dangerous(String text) {
    return NAMES.contains(text) && text.length() > 3 || IN_TEXT.matcher(text).find();
  }
}
