package dev.countersign.guard.output.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes SQL apart, in the union of what PostgreSQL, MySQL, SQL Server, Oracle and SQLite read. */
final class SqlLexer {
  /** What a token is. */
  enum Kind {
    WORD,
    NAME,
    TEXT,
    NUMBER,
    COMMENT,
    SIGN,
    UNCLOSED
  }

  /** A token: words in small letters, signs as they stand, texts with their quotes. */
  record Token(Kind kind, String text, int start, int end) {
    boolean is(String word) {
      return text.equals(word) && (kind == Kind.WORD || kind == Kind.SIGN);
    }

    /** Whether it ends what was before the value that is looked at. */
    boolean closes() {
      return is(")") || is("'");
    }

    boolean literal() {
      return kind == Kind.TEXT || kind == Kind.NUMBER || is("true") || is("false") || is("null");
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqlLexer(String text) {
    this.text = text;
  }

  /** All of them. */
  static List<Token> lex(String text) {
    return new SqlLexer(text).first(Integer.MAX_VALUE);
  }

  /**
   * The first that are neither a closing bracket nor a lone quote, with those of these kinds that
   * stand before them.
   */
  static List<Token> lex(String text, int most) {
    SqlLexer lexer = new SqlLexer(text);
    int skipped = 0;
    while (lexer.first(skipped + 1).size() > skipped && lexer.tokens.get(skipped).closes()) {
      skipped++;
    }
    return lexer.first(skipped + most);
  }

  private List<Token> first(int most) {
    while (at < text.length() && tokens.size() < most) {
      one();
    }
    return tokens;
  }

  private void one() {
    char c = text.charAt(at);
    if (c <= ' ' || c == '\u00A0') {
      at++;
    } else if (text.startsWith("--", at) || c == '#' && !text.startsWith("#>", at)) {
      int end = text.indexOf('\n', at);
      add(Kind.COMMENT, end < 0 ? text.length() : end);
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (c == '\'') {
      quoted('\'', Kind.TEXT);
    } else if (c == '"' || c == '`') {
      quoted(c, Kind.NAME);
    } else if (c == '[' && bracketed()) {
      add(Kind.NAME, text.indexOf(']', at) + 1);
    } else if (c == '$' && dollar()) {
      return;
    } else if (Character.isDigit(c)) {
      add(Kind.NUMBER, run(at));
    } else if (Character.isLetter(c) || c == '_' || c == '@') {
      add(Kind.WORD, run(at + 1));
    } else {
      add(Kind.SIGN, at + 1);
    }
  }

  /** SQL Server's names; an array's index starts with a digit or follows a name at once. */
  private boolean bracketed() {
    int close = at;
    int end = Math.min(text.length(), at + 130);
    while (close < end && text.charAt(close) != ']') {
      close++;
    }
    boolean index =
        at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ']');
    return close < end && close > at + 1 && !index && Character.isLetter(text.charAt(at + 1));
  }

  private int run(int from) {
    int i = from;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i))
            || "_$@".indexOf(text.charAt(i)) >= 0
            || text.charAt(i) == '.' && Character.isDigit(text.charAt(at)))) {
      i++;
    }
    return i;
  }

  /** PostgreSQL's comments nest and others' do not: one that nests is told as unclosed. */
  private void comment() {
    int end = text.indexOf("*/", at + 2);
    int inner = text.indexOf("/*", at + 2);
    boolean nested = inner > 0 && inner < end;
    add(end < 0 || nested ? Kind.UNCLOSED : Kind.COMMENT, end < 0 ? text.length() : end + 2);
  }

  private void quoted(char quote, Kind kind) {
    int i = at + 1;
    while (i < text.length()) {
      if (text.charAt(i) == quote) {
        boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == quote;
        if (!doubled) {
          boolean backslash = text.charAt(i - 1) == '\\' && i - 1 > at;
          add(backslash ? Kind.UNCLOSED : kind, i + 1);
          return;
        }
        i++;
      }
      i++;
    }
    add(Kind.UNCLOSED, text.length());
  }

  private boolean dollar() {
    int i = at + 1;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    if (i >= text.length()
        || text.charAt(i) != '$'
        || i > at + 1 && Character.isDigit(text.charAt(at + 1))) {
      return false;
    }
    String tag = text.substring(at, i + 1);
    int close = text.indexOf(tag, i + 1);
    add(close < 0 ? Kind.UNCLOSED : Kind.TEXT, close < 0 ? text.length() : close + tag.length());
    return true;
  }

  private void add(Kind kind, int end) {
    String written = text.substring(at, end);
    tokens.add(
        new Token(kind, kind == Kind.WORD ? written.toLowerCase(Locale.ROOT) : written, at, end));
    at = end;
  }
}
