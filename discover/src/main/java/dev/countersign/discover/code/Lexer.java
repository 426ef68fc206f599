package dev.countersign.discover.code;

import dev.countersign.discover.code.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cuts code into names, strings and signs; comments and docstrings are left out. One pass, at most
 * {@value #MOST} tokens. Where a quote is never closed the string ends with its line, so that a
 * mistake here costs a line and not a file.
 */
final class Lexer {
  /** Where each line of the text is that line of the file. */
  static final int[] EVERY_LINE = {};

  private static final int MOST = 200_000;
  private static final Set<Language> DOUBLE_ONLY =
      EnumSet.of(Language.RUST, Language.GO, Language.HCL);
  private static final int LONGEST_STRING = 4_000;
  private static final String[] SIGNS =
      IntStream.range(0, 128).mapToObj(c -> String.valueOf((char) c)).toArray(String[]::new);

  private final String text;
  private final Language language;
  private final int[] lines;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int row;
  private int depth;
  private boolean fresh = true;

  /**
   * A lexer for one text.
   *
   * @param lines the number of each line of the text, from 1; or {@link #EVERY_LINE}
   */
  Lexer(String text, Language language, int[] lines) {
    this.text = text;
    this.language = language;
    this.lines = lines;
  }

  List<Token> tokens() {
    while (at < text.length() && tokens.size() < MOST) {
      step(text.charAt(at));
    }
    return tokens;
  }

  private void step(char c) {
    if (c == '\n') {
      row++;
      fresh = true;
      at++;
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (startsComment(c)) {
      skipComment();
    } else if (language == Language.SHARP && c == '@' && verbatim()) {
      return;
    } else if (language == Language.HCL && c == '<' && hereDocument()) {
      return;
    } else if (isQuote(c)) {
      string(c);
    } else if (Character.isJavaIdentifierStart(c)) {
      name();
    } else if (c >= '0' && c <= '9') {
      number();
    } else {
      sign(c);
    }
  }

  private boolean startsComment(char c) {
    return language == Language.PYTHON
        ? c == '#'
        : c == '/' && (next() == '/' || next() == '*') || c == '#' && language == Language.HCL;
  }

  private void skipComment() {
    boolean block = language != Language.PYTHON && next() == '*';
    int end = text.indexOf(block ? "*/" : "\n", at);
    int stop = end < 0 ? text.length() : block ? end + 2 : end;
    advance(stop);
  }

  private boolean isQuote(char c) {
    return c == '"'
        || c == '\'' && !DOUBLE_ONLY.contains(language)
        || c == '`' && (language == Language.SCRIPT || language == Language.GO);
  }

  private void string(char quote) {
    boolean triple =
        text.startsWith(String.valueOf(quote).repeat(3), at)
            && (language == Language.PYTHON
                || language == Language.JVM
                || language == Language.SHARP);
    int open = at + (triple ? 3 : 1);
    int close = triple ? closeOf(open, quote) : closeOnLine(open, quote);
    String content = text.substring(open, Math.min(close, open + LONGEST_STRING));
    boolean docstring = triple && fresh && depth == 0 && !follows("=");
    if (!docstring) {
      add(Kind.STRING, content);
    }
    fresh = false;
    advance(Math.min(text.length(), close + (triple ? 3 : 1)));
  }

  /**
   * {@code @"..."} and {@code @$"..."} of C#, where a backslash is one and two quotes are a quote.
   */
  private boolean verbatim() {
    int open = text.startsWith("@$\"", at) ? at + 3 : text.startsWith("@\"", at) ? at + 2 : -1;
    if (open < 0) {
      return false;
    }
    int close = text.indexOf('"', open);
    while (close >= 0 && text.startsWith("\"\"", close)) {
      close = text.indexOf('"', close + 2);
    }
    int end = close < 0 ? text.length() : close;
    add(Kind.STRING, text.substring(open, Math.min(end, open + LONGEST_STRING)));
    advance(Math.min(text.length(), end + 1));
    return true;
  }

  /** {@code <<EOT} and {@code <<-EOT} of Terraform: text up to a line that says so. */
  private boolean hereDocument() {
    int start = text.startsWith("<<-", at) ? at + 3 : text.startsWith("<<", at) ? at + 2 : -1;
    int end = start < 0 ? -1 : text.indexOf('\n', start);
    String mark = end < 0 ? "" : text.substring(start, end).strip();
    if (mark.isEmpty() || !Character.isJavaIdentifierStart(mark.charAt(0))) {
      return false;
    }
    while (end >= 0) {
      int next = text.indexOf('\n', end + 1);
      String line = text.substring(end + 1, next < 0 ? text.length() : next);
      if (line.strip().equals(mark)) {
        advance(end + 1 + line.length());
        return true;
      }
      end = next;
    }
    advance(text.length());
    return true;
  }

  private int closeOf(int open, char quote) {
    int close = text.indexOf(String.valueOf(quote).repeat(3), open);
    return close < 0 ? text.length() : close;
  }

  private int closeOnLine(int open, char quote) {
    int i = open;
    while (i < text.length() && text.charAt(i) != quote) {
      char c = text.charAt(i);
      if (c == '\n' && quote != '`') {
        return i;
      }
      i += c == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }

  /** A name with what is joined to it by dots: {@code client.chat.completions.create}. */
  private void name() {
    int end = at + 1;
    while (end < text.length() && isPartOfName(end)) {
      end++;
    }
    boolean prefix = language == Language.PYTHON && end - at <= 2 && end < text.length();
    if (prefix && isQuote(text.charAt(end))) {
      at = end; // r"...", f'...', rb"..."
      return;
    }
    add(Kind.NAME, text.substring(at, end));
    advance(end);
  }

  private boolean isPartOfName(int i) {
    char c = text.charAt(i);
    return Character.isJavaIdentifierPart(c)
        || c == '.' && i + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(i + 1));
  }

  private void number() {
    int end = at + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    add(Kind.NUMBER, text.substring(at, end));
    advance(end);
  }

  private void sign(char c) {
    if (c == '(' || c == '[' || c == '{') {
      depth++;
    } else if (c == ')' || c == ']' || c == '}') {
      depth = Math.max(0, depth - 1);
    }
    add(Kind.SIGN, c < SIGNS.length ? SIGNS[c] : String.valueOf(c));
    at++;
  }

  private void add(Kind kind, String content) {
    tokens.add(new Token(kind, content, line(), fresh));
    fresh = false;
  }

  private int line() {
    return lines.length == 0 ? row + 1 : lines[Math.min(row, lines.length - 1)];
  }

  private boolean follows(String sign) {
    return !tokens.isEmpty() && tokens.getLast().is(sign);
  }

  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
  }

  private void advance(int to) {
    for (; at < to; at++) {
      if (text.charAt(at) == '\n') {
        row++;
        fresh = true;
      }
    }
  }
}
