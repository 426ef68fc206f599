package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads statements one by one: imports and assignments give names a meaning, functions are told
 * from what runs at import, everything else is expressions.
 */
final class Statements {
  private static final Set<String> LEADING =
      Set.of(
          "if",
          "elif",
          "while",
          "for",
          "with",
          "try",
          "except",
          "else",
          "finally",
          "return",
          "raise",
          "assert",
          "del",
          "yield",
          "match",
          "case",
          "print",
          "async",
          "pass",
          "break",
          "continue",
          "as",
          "in",
          "global",
          "nonlocal");
  private static final Set<String> ASSIGN =
      Set.of("=", "+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");

  private enum Block {
    FUNCTION,
    CLASS,
    PLAIN
  }

  private final Expressions in;
  private final Names names;
  private final Deque<Block> blocks = new ArrayDeque<>();
  private Block opens = Block.PLAIN;
  private boolean inline;

  Statements(List<Token> tokens, Names names, Watch watch) {
    this.in = new Expressions(tokens, names, watch);
    this.names = names;
  }

  /** Reads to the end. */
  void all() {
    while (!in.peek().is(Kind.END)) {
      one();
    }
  }

  private void one() {
    switch (in.peek().kind()) {
      case NEWLINE -> endOfLine();
      case INDENT -> open();
      case DEDENT -> close();
      default -> statement();
    }
  }

  private void endOfLine() {
    in.next();
    if (inline) {
      inline = false;
      names.leaveFunction();
    }
    if (!in.peek().is(Kind.INDENT)) {
      opens = Block.PLAIN;
    }
  }

  private void open() {
    in.next();
    blocks.push(opens);
    if (opens == Block.FUNCTION) {
      names.enterFunction();
    }
    opens = Block.PLAIN;
  }

  private void close() {
    in.next();
    if (!blocks.isEmpty() && blocks.pop() == Block.FUNCTION) {
      names.leaveFunction();
    }
  }

  private void statement() {
    if (in.take("import")) {
      imports();
    } else if (in.take("from")) {
      fromImports();
    } else if (in.take("def")) {
      function();
    } else if (in.take("class")) {
      type();
    } else if (in.take("@")) {
      in.test();
    } else if (in.peek().is(Kind.NAME) && LEADING.contains(in.peek().text())) {
      leading();
    } else {
      simple();
    }
  }

  /** Keywords that begin a statement or stand between its parts say nothing here. */
  private void leading() {
    Token keyword = in.next();
    if (keyword.is("except") || keyword.is("with") || keyword.is("for")) {
      in.take("*");
    }
  }

  private void imports() {
    do {
      String module = dotted();
      if (in.take("as")) {
        names.bind(in.next().text(), Value.path(module));
      } else if (!module.isEmpty()) {
        int dot = module.indexOf('.');
        String top = dot > 0 ? module.substring(0, dot) : module;
        names.bind(top, Value.path(top));
      }
    } while (in.take(","));
  }

  private void fromImports() {
    String module = dotted();
    if (!in.take("import")) {
      in.list();
      return;
    }
    in.take("(");
    do {
      if (in.take("*")) {
        names.star(module);
      } else if (in.peek().is(Kind.NAME)) {
        String name = in.next().text();
        String as = in.take("as") ? in.next().text() : name;
        names.bind(as, Value.path(module + "." + name));
      }
    } while (in.take(","));
    in.take(")");
  }

  private String dotted() {
    StringBuilder name = new StringBuilder();
    while (in.peek().is(".")
        || in.peek().is("...")
        || in.peek().is(Kind.NAME) && !in.peek().is("import") && !in.peek().is("as")) {
      Token token = in.next();
      name.append(token.text());
      if (token.is(Kind.NAME) && !in.peek().is(".")) {
        break;
      }
    }
    return name.toString();
  }

  private void function() {
    Token name = in.next();
    if (blocks.isEmpty()) {
      names.define(name.text());
    }
    parameters();
    if (in.take("->")) {
      in.annotation();
    }
    body(Block.FUNCTION);
  }

  private void parameters() {
    if (!in.take("(")) {
      return;
    }
    while (!in.take(")") && !in.peek().is(Kind.NEWLINE) && !in.peek().is(Kind.END)) {
      if (in.take(":")) {
        in.annotation();
      } else if (in.take("=")) {
        in.test();
      } else {
        in.next();
      }
    }
  }

  private void type() {
    Token name = in.next();
    if (blocks.isEmpty()) {
      names.define(name.text());
    }
    if (in.peek().is("(")) {
      in.test();
    }
    body(Block.CLASS);
  }

  private void body(Block block) {
    in.take(":");
    if (in.peek().is(Kind.NEWLINE)) {
      opens = block;
    } else if (block == Block.FUNCTION && !inline) {
      inline = true;
      names.enterFunction();
    }
  }

  private void simple() {
    Optional<String> target =
        in.peek().is(Kind.NAME) ? Optional.of(in.peek().text()) : Optional.empty();
    Token first = in.peek();
    Value value = in.list();
    if (in.peek() == first) {
      in.next();
      return;
    }
    if (in.take(":") && !in.peek().is(Kind.NEWLINE)) {
      annotated();
    }
    while (in.peek().is(Kind.OPERATOR) && ASSIGN.contains(in.peek().text())) {
      value = assigned(target, value, in.next().text());
    }
    in.take(";");
    in.take(",");
  }

  private Value assigned(Optional<String> target, Value before, String operator) {
    Value right = in.list();
    Value value =
        operator.equals("=")
            ? right
            : Folding.binary(operator.substring(0, operator.length() - 1), before, right);
    target.ifPresent(name -> names.bind(name, value));
    return value;
  }

  /** After a colon stands an annotation, or the body of what a keyword began. */
  private void annotated() {
    if (in.peek().is(Kind.NAME) && !LEADING.contains(in.peek().text())
        || in.peek().is(Kind.STRING)) {
      Token start = in.peek();
      if (!start.is("import") && !start.is("from") && !start.is("def") && !start.is("class")) {
        in.list();
      }
    }
  }
}
