package dev.countersign.guard.output.value;

import java.util.ArrayList;
import java.util.List;

/** Takes a command of a POSIX shell apart: XCU 2.3. */
final class ShellLexer {
  /**
   * A word or an operator.
   *
   * @param text a word without its quotes, an operator as it stands
   * @param operator whether it is an operator
   * @param plain whether it is written without quotes and backslashes
   * @param expands whether something in it is substituted
   */
  record Token(String text, boolean operator, boolean plain, boolean expands, int start, int end) {}

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> inner = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int at;
  private int start = -1;
  private boolean plain = true;
  private boolean expands;
  private boolean unclosed;

  private ShellLexer(String text) {
    this.text = text;
  }

  static ShellLexer lex(String text) {
    ShellLexer lexer = new ShellLexer(text);
    while (lexer.at < text.length()) {
      lexer.one();
    }
    lexer.endWord();
    return lexer;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** The commands in substitutions. */
  List<String> inner() {
    return inner;
  }

  /** Whether a quote or a substitution does not end. */
  boolean unclosed() {
    return unclosed;
  }

  private void one() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t') {
      endWord();
      at++;
    } else if (c == '#' && start < 0) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (";&|<>()\n\r".indexOf(c) >= 0) {
      operator(c);
    } else {
      begin();
      part(c);
    }
  }

  private void begin() {
    start = start < 0 ? at : start;
  }

  private void operator(char c) {
    boolean process =
        (c == '<' || c == '>') && at + 1 < text.length() && text.charAt(at + 1) == '(';
    if (process) {
      begin();
      substitution(at + 2);
      return;
    }
    endWord();
    int end = at + 1;
    while (end < text.length()
        && end - at < 3
        && ";&|<>".indexOf(text.charAt(end)) >= 0
        && c != '('
        && c != ')'
        && c != '\n') {
      end++;
    }
    tokens.add(new Token(text.substring(at, end), true, true, false, at, end));
    at = end;
  }

  private void part(char c) {
    if (c == '\'' || c == '"') {
      quoted(c);
    } else if (c == '\\') {
      plain = false;
      word.append(at + 1 < text.length() ? text.charAt(at + 1) : ' ');
      at += 2;
    } else if (c == '`') {
      int end = text.indexOf('`', at + 1);
      inner.add(text.substring(at + 1, end < 0 ? text.length() : end));
      expands = true;
      unclosed |= end < 0;
      at = end < 0 ? text.length() : end + 1;
    } else if (c == '$') {
      dollar();
    } else {
      word.append(c);
      at++;
    }
  }

  private void quoted(char quote) {
    plain = false;
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (quote == '"' && (c == '$' || c == '`' || c == '\\')) {
        part(c);
      } else {
        word.append(c);
        at++;
      }
    }
    unclosed |= at >= text.length();
    at++;
  }

  private void dollar() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (next == '(') {
      substitution(at + 2);
      return;
    }
    boolean letter = Character.isLetterOrDigit(next) || "{_@*?!#$'\"".indexOf(next) >= 0;
    expands |= letter;
    plain &= !(next == '\'' || next == '{');
    word.append('$');
    at++;
  }

  private void substitution(int from) {
    int depth = 1;
    int i = from;
    while (i < text.length() && depth > 0) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      i++;
    }
    unclosed |= depth > 0;
    inner.add(text.substring(from, depth > 0 ? i : i - 1));
    expands = true;
    at = i;
  }

  private void endWord() {
    if (start >= 0) {
      tokens.add(
          new Token(word.toString(), false, plain, expands, start, Math.min(at, text.length())));
    }
    word.setLength(0);
    start = -1;
    plain = true;
    expands = false;
  }
}
