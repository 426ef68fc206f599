package dev.countersign.model.yaml;

import dev.countersign.model.Problem;
import java.util.Locale;
import java.util.Optional;
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
    if (refused instanceof MarkedYamlEngineException marked) {
      Span at = marked.getProblemMark().map(mark -> span(mark, source)).orElse(last);
      return problem(at, Optional.ofNullable(marked.getProblem()).orElse(""), at.source());
    }
    return problem(last, "", last.source());
  }

  private static Problem problem(Span at, String said, String line) {
    String text = said.toLowerCase(Locale.ROOT);
    if (said.contains("'\\t'") || text.contains("tab")) {
      return syntax(at, "a tab where YAML wants spaces", "spaces", "Replace the tab with spaces.");
    }
    if (text.contains("mapping values are not allowed")) {
      return syntax(
          at,
          "a colon with a space after it starts a second key here",
          "one key on a line, or text in quotes",
          "Put the text in quotes, or the key on a line of its own.");
    }
    if (text.contains("could not find expected ':'") || text.contains("expected ':'")) {
      return syntax(
          at, "a key without a colon", "'key: value'", "Write a colon and a space after the key.");
    }
    if (text.contains("end of stream") || text.contains("<stream end>")) {
      return syntax(
          at,
          "the file ends in the middle of a value",
          "the closing quote or bracket",
          "Close what is open; look further up for it.");
    }
    if (text.contains("expected ',' or ']'") || text.contains("expected ',' or '}'")) {
      String closing = text.contains("]") ? "]" : "}";
      return syntax(
          at,
          "a list or map in brackets goes on wrongly here",
          "',' or '" + closing + "'",
          "Add what is missing before this place.");
    }
    if (text.contains("expected <block end>")) {
      return syntax(
          at,
          "this line does not fit the lines above it",
          "the same indentation as its neighbours",
          "Check the indentation here and on the line above.");
    }
    return syntax(at, other(said, line), "valid YAML", "Correct it, or put the text in quotes.");
  }

  private static String other(String said, String line) {
    String what = line.isBlank() ? "this is not valid YAML" : "this line is not valid YAML";
    return said.isBlank() ? what : what + " (" + Problems.shortened(said) + ")";
  }

  private static Problem syntax(Span at, String message, String expected, String next) {
    return Problems.problem("yaml-syntax", at, message, expected, next);
  }

  private static Span span(Mark mark, SourceText source) {
    return new Span(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
  }
}
