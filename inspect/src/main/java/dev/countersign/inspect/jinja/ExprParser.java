package dev.countersign.inspect.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions of a template. It is made to understand what hides names, not to refuse what
 * Jinja refuses: words that it does not expect are passed over. For one region.
 */
final class ExprParser {
  private static final int DEEPEST = 100;
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("or"),
          List.of("and"),
          List.of("==", "!=", "<", ">", "<=", ">=", "in", "not", "is"),
          List.of("+", "-", "~"),
          List.of("*", "/", "//", "%"),
          List.of("**"));

  /** Longer chains are cut: what goes through them must not fill the stack. */
  private static final int LONGEST_CHAIN = 200;

  private final List<Token> tokens;
  private final List<Expr> cut = new ArrayList<>();
  private int next;
  private int depth;

  ExprParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  /** What was cut off chains that are too long, since this was last asked. */
  List<Expr> cutOff() {
    List<Expr> pieces = List.copyOf(cut);
    cut.clear();
    return pieces;
  }

  boolean more() {
    return peek().kind() != Token.Kind.END;
  }

  /** Takes a sign if it is next. */
  boolean took(String sign) {
    if (peek().is(sign)) {
      next++;
      return true;
    }
    return false;
  }

  /** An expression with its condition; passes at least one word where there is one. */
  Expr expression() {
    if (depth == DEEPEST) {
      return new Expr.Nothing(take().at());
    }
    depth++;
    Expr value = level(0);
    if (peek().named("if")) {
      int at = take().at();
      Expr condition = level(0);
      Expr other = new Expr.Nothing(at);
      if (peek().named("else")) {
        next++;
        other = expression();
      }
      value = new Expr.Many(List.of(value, condition, other), at);
    }
    depth--;
    return value;
  }

  private Expr level(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Expr left = level(level + 1);
    for (int length = 1; joins(level); length++) {
      left = length % LONGEST_CHAIN == 0 ? cut(left) : left;
      Token sign = take();
      if (peek().named("not") || peek().named("in")) {
        next++;
      }
      left = new Expr.Pair(left, sign.text(), level(level + 1), sign.at());
    }
    return left;
  }

  private Expr cut(Expr chain) {
    cut.add(chain);
    return new Expr.Nothing(chain.at());
  }

  private boolean joins(int level) {
    Token token = peek();
    return (token.kind() == Token.Kind.SIGN || token.kind() == Token.Kind.NAME)
        && LEVELS.get(level).contains(token.text());
  }

  private Expr unary() {
    if (peek().named("not") || peek().is("-") || peek().is("+")) {
      Token sign = take();
      if (depth == DEEPEST) {
        return new Expr.Nothing(sign.at());
      }
      depth++;
      Expr value = unary();
      depth--;
      return sign.is("-") && value instanceof Expr.Whole(long number, _)
          ? new Expr.Whole(-number, sign.at())
          : value;
    }
    return suffixes(primary());
  }

  private Expr primary() {
    Token token = take();
    return switch (token.kind()) {
      case STRING -> new Expr.Text(adjacent(token.text()), token.at());
      case NUMBER -> new Expr.Whole(Numbers.of(token.text()), token.at());
      case NAME -> new Expr.Name(token.text(), token.at());
      case SIGN -> opened(token);
      case END -> new Expr.Nothing(token.at());
    };
  }

  /** Texts that follow one another are one text. */
  private String adjacent(String first) {
    StringBuilder whole = new StringBuilder(first);
    while (peek().kind() == Token.Kind.STRING && whole.length() < Fold.LONGEST) {
      whole.append(take().text());
    }
    return whole.toString();
  }

  private Expr opened(Token open) {
    return switch (open.text()) {
      case "(" -> single(new Expr.Many(items(")"), open.at()));
      case "[" -> new Expr.Many(items("]"), open.at());
      case "{" -> new Expr.Many(items("}"), open.at());
      default -> new Expr.Nothing(open.at());
    };
  }

  private static Expr single(Expr.Many many) {
    return many.items().size() == 1 ? many.items().getFirst() : many;
  }

  private List<Expr> items(String close) {
    List<Expr> items = new ArrayList<>();
    while (more() && !took(close)) {
      items.add(expression());
      if (!took(",")) {
        took(":");
      }
    }
    return items;
  }

  private Expr suffixes(Expr primary) {
    Expr value = primary;
    for (int length = 1; true; length++) {
      value = length % LONGEST_CHAIN == 0 ? cut(value) : value;
      Token token = peek();
      if (token.is(".")) {
        next++;
        value = dotted(value, take());
      } else if (token.is("[")) {
        next++;
        value = subscript(value, token.at());
      } else if (token.is("(")) {
        next++;
        value = new Expr.Call(value, arguments(), token.at());
      } else if (token.is("|")) {
        next++;
        value = filter(value);
      } else {
        return value;
      }
    }
  }

  private static Expr dotted(Expr of, Token name) {
    return name.kind() == Token.Kind.NUMBER
        ? new Expr.Item(of, new Expr.Whole(Numbers.of(name.text()), name.at()), name.at())
        : new Expr.Attribute(of, name.text(), name.at());
  }

  private Expr subscript(Expr of, int at) {
    List<Expr> parts = new ArrayList<>();
    boolean slice = false;
    Expr part = new Expr.Nothing(at);
    while (more() && !took("]")) {
      if (took(":")) {
        slice = true;
        parts.add(part);
        part = new Expr.Nothing(at);
      } else if (!took(",")) {
        part = expression();
      }
    }
    parts.add(part);
    while (parts.size() < 3) {
      parts.add(new Expr.Nothing(at));
    }
    return slice
        ? new Expr.Part(of, parts.get(0), parts.get(1), parts.get(2), at)
        : new Expr.Item(of, parts.getFirst(), at);
  }

  /** A filter by its name, which may have dots, with its arguments. */
  Expr filter(Expr of) {
    Token name = take();
    StringBuilder whole = new StringBuilder(name.text());
    while (took(".")) {
      whole.append('.').append(take().text());
    }
    List<Expr.Argument> arguments = took("(") ? arguments() : List.of();
    return new Expr.Filter(of, whole.toString(), arguments, name.at());
  }

  private List<Expr.Argument> arguments() {
    List<Expr.Argument> arguments = new ArrayList<>();
    while (more() && !took(")")) {
      if (!took("*")) {
        took("**");
      }
      String name = "";
      if (peek().kind() == Token.Kind.NAME && tokens.get(next + 1).is("=")) {
        name = take().text();
        next++;
      }
      arguments.add(new Expr.Argument(name, expression()));
      took(",");
    }
    return arguments;
  }
}
