package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.value.SqlLexer.Kind;
import dev.countersign.guard.output.value.SqlLexer.Token;
import java.util.List;
import java.util.Set;

/**
 * A value that would be put into a query: it breaks out of its quotes, or goes on after a number,
 * if what follows goes on as SQL. An apostrophe in a name does not.
 */
final class SqlValueCheck {
  private static final Set<String> JOINS =
      Set.of("or", "and", "xor", "having", "when", "where", "not");
  private static final Set<String> CLAUSES =
      Set.of(
          "union",
          "order",
          "group",
          "limit",
          "into",
          "procedure",
          "intersect",
          "except",
          "waitfor",
          "exec",
          "execute",
          "returning",
          "on",
          "offset",
          "fetch");
  private static final Set<String> COMPARES =
      Set.of(
          "like", "is", "in", "between", "regexp", "rlike", "exists", "select", "sleep", "ilike",
          "glob", "similar", "div");
  private static final Set<String> STATEMENTS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "drop",
          "alter",
          "create",
          "truncate",
          "exec",
          "execute",
          "declare",
          "waitfor",
          "shutdown",
          "grant",
          "copy",
          "merge",
          "call",
          "begin",
          "set",
          "use",
          "attach",
          "replace",
          "with",
          "commit",
          "do",
          "vacuum",
          "load",
          "show");

  /**
   * How many tokens decide: the first, and twelve after AND and its like, and whether more come.
   */
  private static final int LOOKED_AT = 15;

  private final String text;
  private final Findings out;

  SqlValueCheck(String text, Findings out) {
    this.text = text;
    this.out = out;
  }

  void check() {
    if (text.indexOf('\0') >= 0) {
      bad(0, text.length(), "a NUL");
      return;
    }
    for (char quote : new char[] {'\'', '"', '`'}) {
      quoted(quote);
    }
    int number = numberEnd();
    if (number > 0) {
      goesOn(number, false);
    }
    String folded = Compatible.of(text);
    boolean alike =
        text.indexOf('\'') < 0
            && (text.indexOf('\u02BC') >= 0 || text.indexOf('\uFF07') >= 0)
            && folded.replace('\u02BC', '\'').indexOf('\'') >= 0;
    if (alike) {
      new SqlValueCheck(folded.replace('\u02BC', '\''), out).quoted('\'');
    }
    String decoded = Escapes.decode(text);
    if (!decoded.equals(text) && decoded.indexOf('\'') >= 0 && text.indexOf('\'') < 0) {
      new SqlValueCheck(decoded, out).quoted('\'');
    }
  }

  private void quoted(char quote) {
    int at = text.indexOf(quote);
    while (at >= 0) {
      boolean doubled =
          at + 1 < text.length()
              && text.charAt(at + 1) == quote
              && !(at > 0 && text.charAt(at - 1) == '\\');
      if (doubled) {
        if (goesOn(at + 2, true)) {
          return;
        }
        at = text.indexOf(quote, at + 2);
      } else {
        if (!goesOn(at + 1, true)) {
          flag(at);
        }
        return;
      }
    }
    if (quote == '\'' && text.endsWith("\\")) {
      bad(
          text.length() - 1,
          text.length(),
          "a backslash at the end, which takes the quote's meaning in MySQL");
    }
  }

  private int numberEnd() {
    int i = 0;
    while (i < text.length()
        && (text.charAt(i) == ' ' || text.charAt(i) == '-' || text.charAt(i) == '(')) {
      i++;
    }
    int start = i;
    while (i < text.length()
        && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '.' && i > start)) {
      i++;
    }
    return i > start ? i : 0;
  }

  /** A text or a name in quotes is no clause; where it ends would have to be searched for. */
  private boolean startsQuoted(int from) {
    int i = from;
    while (i < text.length()
        && (text.charAt(i) <= ' ' || text.charAt(i) == ')' || text.charAt(i) == '\u00A0')) {
      i++;
    }
    return i < text.length() && "'\"`".indexOf(text.charAt(i)) >= 0 && i - from < 4_000;
  }

  /** Whether what follows is a clause, a condition, a statement or a comment. */
  private boolean goesOn(int from, boolean quoted) {
    if (startsQuoted(from)) {
      return false;
    }
    String rest = text.substring(from, Math.min(text.length(), from + 4_000));
    List<Token> tokens = SqlLexer.lex(rest, LOOKED_AT);
    int i = 0;
    while (i < tokens.size() && (tokens.get(i).closes())) {
      i++;
    }
    if (i >= tokens.size()) {
      return false;
    }
    Token first = tokens.get(i);
    Token second = i + 1 < tokens.size() ? tokens.get(i + 1) : new Token(Kind.SIGN, "", 0, 0);
    boolean bad =
        switch (first.kind()) {
          case COMMENT ->
              quoted
                  || first.text().startsWith("/*")
                  || first.text().startsWith("--") && first.text().length() < 4
                  || rest.startsWith("--")
                  || rest.startsWith("#") && rest.length() < 3;
          case UNCLOSED -> first.text().startsWith("/*");
          case WORD -> word(tokens, i, first.text(), second);
          case SIGN -> sign(first.text(), second, quoted);
          default -> false;
        };
    if (bad) {
      bad(
          from,
          text.length(),
          quoted
              ? "a quote, and what goes on as SQL after it"
              : "a number, and what goes on as SQL after it");
    }
    return bad;
  }

  private static boolean word(List<Token> tokens, int i, String first, Token second) {
    if (CLAUSES.contains(first)) {
      boolean union =
          (first.equals("union") || first.equals("intersect") || first.equals("except"))
              && (second.is("select")
                  || second.is("all")
                  || second.is("distinct")
                  || second.is("(")
                  || second.kind() == Kind.COMMENT
                  || second.kind() == Kind.UNCLOSED);
      boolean by =
          (first.equals("order") || first.equals("group"))
              && (second.is("by") || second.kind() == Kind.COMMENT);
      boolean number =
          (first.equals("limit") || first.equals("offset")) && second.kind() == Kind.NUMBER;
      return union
          || by
          || number
          || first.equals("into") && (second.is("outfile") || second.is("dumpfile"))
          || first.equals("procedure") && second.is("analyse")
          || first.equals("waitfor")
          || first.startsWith("exec");
    }
    if (!JOINS.contains(first)) {
      return COMPARES.contains(first)
          && second.kind() != Kind.WORD
          && !second.text().isEmpty()
          && (second.is("(") || second.literal() || second.kind() == Kind.UNCLOSED);
    }
    return compares(tokens, i + 1);
  }

  private static boolean compares(List<Token> tokens, int from) {
    for (int j = from; j < Math.min(tokens.size(), from + 12); j++) {
      Token token = tokens.get(j);
      boolean call =
          token.is("(")
              && j > from
              && tokens.get(j - 1).kind() == Kind.WORD
              && tokens.get(j - 1).end() == token.start();
      boolean sign = token.kind() == Kind.SIGN && "=<>|^~".contains(token.text());
      boolean comment =
          token.kind() == Kind.COMMENT
              || token.kind() == Kind.UNCLOSED && token.text().startsWith("/*");
      boolean lone =
          j == from
              && (token.kind() == Kind.UNCLOSED || token.literal())
              && tokens.size() <= from + 1
              && token.text().length() < 4;
      if (call || sign || comment || COMPARES.contains(token.text()) || lone) {
        return true;
      }
    }
    return false;
  }

  private static boolean sign(String sign, Token second, boolean quoted) {
    boolean value =
        second.literal() || second.kind() == Kind.UNCLOSED || second.is("(") || second.is("select");
    return switch (sign) {
      case ";" ->
          STATEMENTS.contains(second.text())
              || second.kind() == Kind.COMMENT
              || quoted && second.text().isEmpty();
      case "|", "^", "&", "~" -> quoted ? !second.text().isEmpty() : second.is(sign);
      case "=", "<", ">" -> quoted ? !second.text().isEmpty() : value && !second.is("(");
      case "+", "*", "%", "/", "-" ->
          quoted && value
              || second.is("(") && !quoted
              || second.is("sleep")
              || second.is("pg_sleep")
              || second.is("benchmark");
      case "," -> quoted && second.is("(");
      default -> false;
    };
  }

  private void flag(int at) {
    out.active(
        "sql.quote",
        at,
        at + 1,
        Decision.FLAG,
        "a quote",
        "where it is not doubled, the value ends there");
  }

  private void bad(int start, int end, String what) {
    out.active(
        "sql.breakout",
        Math.min(start, text.length()),
        end,
        Decision.REJECT,
        what,
        "unless it is bound or quoted, it is part of the query and not a value");
  }
}
