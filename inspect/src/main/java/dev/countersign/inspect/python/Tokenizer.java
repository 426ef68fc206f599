package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Token.Kind;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts Python source into tokens, as the language reference's "Lexical analysis" says, and forgives
 * what is not Python: an unknown character is passed over, an unclosed string ends with the source.
 *
 * <p>The source is one character a byte (ISO 8859-1), so that places are bytes; names and strings
 * are decoded as UTF-8 from it.
 */
final class Tokenizer {
  private static final int MOST_TOKENS = 2_000_000;
  private static final int DEEPEST_FORMAT = 4;
  private static final List<String> OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "->", ":=", "+=", "-=", "*=", "/=", "%=", "@=", "&=",
          "|=", "^=", "==", "!=", "<=", ">=", "<>", "**", "//", ">>", "<<");

  private final String source;
  private final int end;
  private final int formatDepth;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Integer> indents = new ArrayDeque<>();
  private int at;
  private int brackets;

  private Tokenizer(String source, int from, int end, int brackets, int formatDepth) {
    this.source = source;
    this.at = from;
    this.end = end;
    this.brackets = brackets;
    this.formatDepth = formatDepth;
  }

  /** The tokens of a whole source, one character a byte; the last is {@link Kind#END}. */
  static List<Token> of(String source) {
    return new Tokenizer(
            source, source.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0, source.length(), 0, 0)
        .whole();
  }

  private List<Token> whole() {
    indents.push(0);
    boolean lineStart = brackets == 0;
    while (at < end && tokens.size() < MOST_TOKENS) {
      if (lineStart && brackets == 0 && indentation()) {
        continue;
      }
      lineStart = next();
    }
    add(Kind.NEWLINE, "", end);
    for (; indents.size() > 1; indents.pop()) {
      add(Kind.DEDENT, "", end);
    }
    add(Kind.END, "", end);
    return tokens;
  }

  /** Reads the blanks that begin a line; true where the line is empty or a comment. */
  private boolean indentation() {
    int column = 0;
    for (; at < end; at++) {
      char c = source.charAt(at);
      if (c == ' ') {
        column++;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
      } else if (c == '\f') {
        column = 0;
      } else {
        break;
      }
    }
    if (at == end || isBreak(source.charAt(at)) || source.charAt(at) == '#') {
      skipLine();
      return true;
    }
    indent(column);
    return false;
  }

  private void indent(int column) {
    if (column > indents.element()) {
      indents.push(column);
      add(Kind.INDENT, "", at);
    }
    while (column < indents.element()) {
      indents.pop();
      add(Kind.DEDENT, "", at);
    }
  }

  /** Reads one token; true where a new line begins after it. */
  private boolean next() {
    char c = source.charAt(at);
    if (c == '#') {
      while (at < end && !isBreak(source.charAt(at))) {
        at++;
      }
    } else if (isBreak(c)) {
      return lineBreak();
    } else if (c == '\\' && at + 1 < end && isBreak(source.charAt(at + 1))) {
      at++;
      skipBreak();
    } else if (c <= ' ') {
      at++;
    } else if (isNameStart(c) || c == '"' || c == '\'') {
      nameOrString();
    } else if (isDigit(c) || c == '.' && at + 1 < end && isDigit(source.charAt(at + 1))) {
      number();
    } else {
      operator();
    }
    return false;
  }

  private boolean lineBreak() {
    if (brackets == 0) {
      add(Kind.NEWLINE, "", at);
    }
    skipBreak();
    return brackets == 0;
  }

  private void nameOrString() {
    int from = at;
    while (at < end && isNamePart(source.charAt(at))) {
      at++;
    }
    String word = source.substring(from, at);
    if (at < end && (source.charAt(at) == '"' || source.charAt(at) == '\'') && isPrefix(word)) {
      string(word, from);
    } else {
      add(Kind.NAME, name(word), from);
    }
  }

  private void string(String prefix, int from) {
    Literal literal = Literal.at(source, at, end, prefix);
    at = literal.end();
    if (literal.formatted() && formatDepth < DEEPEST_FORMAT) {
      tokens.add(new Token(Kind.FORMATTED, "", from, parts(literal)));
    } else {
      add(literal.bytes() ? Kind.BYTES : Kind.STRING, literal.value(), from);
    }
  }

  private List<List<Token>> parts(Literal literal) {
    List<List<Token>> parts = new ArrayList<>();
    for (Literal.Piece piece : literal.pieces()) {
      parts.add(
          piece.expression()
              ? new Tokenizer(source, piece.from(), piece.end(), 1, formatDepth + 1).whole()
              : List.of(new Token(Kind.STRING, literal.text(piece), piece.from())));
    }
    return parts;
  }

  private void number() {
    int from = at;
    while (at < end && (isNamePart(source.charAt(at)) || source.charAt(at) == '.')) {
      at++;
    }
    add(Kind.NUMBER, source.substring(from, at), from);
  }

  private void operator() {
    String operator = longest();
    switch (operator) {
      case "(", "[", "{" -> brackets++;
      case ")", "]", "}" -> brackets = Math.max(formatDepth > 0 ? 1 : 0, brackets - 1);
      default -> {}
    }
    add(Kind.OPERATOR, operator, at);
    at += operator.length();
  }

  private String longest() {
    if (at + 1 < end && ".=>*".indexOf(source.charAt(at + 1)) >= 0
        || source.startsWith("<<", at)
        || source.startsWith("//", at)) {
      for (String one : OPERATORS) {
        if (source.startsWith(one, at)) {
          return one;
        }
      }
    }
    return source.substring(at, at + 1);
  }

  private void skipLine() {
    while (at < end && !isBreak(source.charAt(at))) {
      at++;
    }
    skipBreak();
  }

  private void skipBreak() {
    if (at < end) {
      at += source.startsWith("\r\n", at) ? 2 : 1;
    }
  }

  private void add(Kind kind, String text, int offset) {
    tokens.add(new Token(kind, text, offset));
  }

  /** Python takes identifiers in their NFKC form: {@code ｏｓ} is {@code os}. */
  private static String name(String latin) {
    if (latin.chars().allMatch(c -> c < 0x80)) {
      return latin;
    }
    return Normalizer.normalize(Literal.utf8(latin), Normalizer.Form.NFKC);
  }

  private static boolean isPrefix(String word) {
    return word.length() <= 2 && word.chars().allMatch(c -> "rRbBuUfFtT".indexOf(c) >= 0);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }

  /** The source of text, one character a byte. */
  static String source(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
