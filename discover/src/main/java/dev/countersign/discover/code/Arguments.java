package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call, as far as they are strings, names or numbers: those of the call itself
 * and of object literals in it, not those of calls within. At most {@value #MOST} tokens are read.
 */
final class Arguments {
  private static final int MOST = 300;

  private final List<Token> tokens;
  private final Map<String, String> constants;
  private final List<String> strings = new ArrayList<>();
  private final Map<String, String> named = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * Reads the arguments.
   *
   * @param open where the opening bracket stands
   */
  Arguments(List<Token> tokens, int open, Map<String, String> constants) {
    this.tokens = tokens;
    this.constants = constants;
    read(open);
  }

  List<String> strings() {
    return strings;
  }

  Map<String, String> named() {
    return named;
  }

  Map<String, String> texts() {
    return texts;
  }

  private void read(int open) {
    int calls = 0;
    int end = Math.min(tokens.size(), open + MOST);
    for (int i = open; i < end; i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        calls++;
      } else if (token.is(")")) {
        calls--;
      } else if (calls == 1) {
        take(i);
      }
      if (calls == 0) {
        return;
      }
    }
  }

  private void take(int i) {
    Token token = tokens.get(i);
    Token before = tokens.get(i - 1);
    if (isValueOfKey(i)) {
      String key = bare(tokens.get(i - 2).text());
      named.putIfAbsent(key, value(token));
      if (token.isString() || constants.containsKey(token.text())) {
        texts.putIfAbsent(key, value(token));
      }
    } else if ((before.is("(") || before.is(",")) && !isKey(i)) {
      positional(token);
    }
  }

  private boolean isValueOfKey(int i) {
    Token token = tokens.get(i);
    Token sign = tokens.get(i - 1);
    return i > 1 && token.kind() != Token.Kind.SIGN && (sign.is("=") || sign.is(":"));
  }

  private boolean isKey(int i) {
    return i + 1 < tokens.size() && (tokens.get(i + 1).is("=") || tokens.get(i + 1).is(":"));
  }

  private void positional(Token token) {
    if (token.isString()) {
      strings.add(token.text());
    } else if (constants.containsKey(token.text())) {
      strings.add(value(token));
    }
  }

  private String value(Token token) {
    return token.isString() ? token.text() : constants.getOrDefault(token.text(), token.text());
  }

  private static String bare(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
