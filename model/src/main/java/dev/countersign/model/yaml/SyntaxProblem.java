package dev.countersign.model.yaml;

import dev.countersign.model.Problem;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser refused. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  /**
   * The problem behind an exception of the parser.
   *
   * @param last where the parser was last seen, for exceptions that do not say where they arose
   */
  static Problem of(RuntimeException refused, SourceText source, Span last) {
    if (!(refused instanceof MarkedYamlEngineException marked)) {
      return problem(last, last, "");
    }
    Span at = span(marked.getProblemMark(), source, last);
    Span opened = span(marked.getContextMark(), source, at);
    return problem(at, opened, lower(marked.getContext()) + "; " + lower(marked.getProblem()));
  }

  /**
   * Chooses the words.
   *
   * @param at where the parser could not go on
   * @param opened where what it was reading begins
   * @param said what it said
   */
  private static Problem problem(Span at, Span opened, String said) {
    if (said.contains("quoted scalar") && said.contains("end of stream")) {
      return syntax(
          opened, "a quote that is never closed", "the closing quote", "Close the quote.");
    }
    if (said.contains("(tab)") || said.contains("tab character")) {
      return syntax(at, "a tab where YAML wants spaces", "spaces", "Replace the tab with spaces.");
    }
    if (said.contains("mapping values are not allowed")) {
      return syntax(
          at,
          "a second colon with a space after it",
          "one key on a line, or text in quotes",
          "Put the text in quotes, or the key on a line of its own.");
    }
    if (said.contains("simple key")) {
      return syntax(
          opened, "a key without a colon", "'key: value'", "Write a colon and a space after it.");
    }
    if (said.contains("expected ',' or")) {
      return bracket(at, opened, said.contains("']'") ? "]" : "}");
    }
    if (said.contains("expected <block end>")) {
      return syntax(
          at,
          "this line does not fit the lines above it",
          "the same indentation as its neighbours",
          "Check the indentation here and on the line above.");
    }
    if (said.contains("cannot start any token")) {
      return syntax(
          at, "no text starts with this sign", "text in quotes", "Put the text in quotes.");
    }
    if (said.contains("escape")) {
      return syntax(
          at,
          "an escape that YAML does not know",
          "an escape such as \\n or \\u00e9",
          "Use single quotes, in which nothing is escaped.");
    }
    return syntax(
        at, "this is not valid YAML", "valid YAML", "Correct it, or put the text in quotes.");
  }

  private static Problem bracket(Span at, Span opened, String closing) {
    boolean map = closing.equals("}");
    return syntax(
        at,
        "the %s that begins at line %d goes on wrongly here"
            .formatted(map ? "map" : "list", opened.place().line()),
        "',' or '" + closing + "'",
        "Add what is missing before this place.");
  }

  private static Problem syntax(Span at, String message, String expected, String next) {
    return Problems.problem("yaml-syntax", at, message, expected, next);
  }

  private static Span span(Optional<Mark> mark, SourceText source, Span otherwise) {
    return mark.map(at -> new Span(source, at.getLine() + 1, at.getColumn() + 1, 1))
        .orElse(otherwise);
  }

  private static String lower(@Nullable String said) {
    return said == null ? "" : said.toLowerCase(Locale.ROOT);
  }
}
