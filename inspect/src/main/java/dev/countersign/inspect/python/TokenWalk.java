package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Token.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Goes through tokens, and never past their end. */
abstract class TokenWalk {
  /** What is walked through; not empty. */
  List<Token> tokens;

  /** The place of the next one. */
  int at;

  TokenWalk(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  boolean isAnyOf(String... texts) {
    return Stream.of(texts).anyMatch(peek()::is);
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  boolean take(String text) {
    boolean there = peek().is(text);
    at += there ? 1 : 0;
    return there;
  }

  boolean beginsExpression() {
    Token token = peek();
    return switch (token.kind()) {
      case NEWLINE, INDENT, DEDENT, END -> false;
      case OPERATOR -> "([{-+~*...**".contains(token.text());
      default -> !token.is("for") && !token.is("in");
    };
  }

  Token ahead(int count) {
    return tokens.get(Math.min(at + count, tokens.size() - 1));
  }

  boolean closes(String close) {
    return take(close) || peek().is(Kind.END) || peek().is(Kind.NEWLINE);
  }

  /** Passes over a comma, or over whatever stands where one was expected. */
  void separator(String close) {
    if (!take(",") && !peek().is(close) && !peek().is(Kind.END) && !peek().is(Kind.NEWLINE)) {
      next();
    }
  }

  void skipGroup() {
    int open = 0;
    while (!peek().is(Kind.END) && !peek().is(Kind.NEWLINE)) {
      String text = peek().is(Kind.OPERATOR) ? peek().text() : "";
      open +=
          "([{".contains(text) && !text.isEmpty()
              ? 1
              : ")]}".contains(text) && !text.isEmpty() ? -1 : 0;
      if (open < 0) {
        return;
      }
      next();
    }
  }
}
