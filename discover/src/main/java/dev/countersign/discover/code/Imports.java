package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.List;

/** Reads what code imports, by the customs of its language. */
final class Imports {
  private final List<Token> tokens;
  private final Language language;
  private final List<Import> imports = new ArrayList<>();

  Imports(List<Token> tokens, Language language) {
    this.tokens = tokens;
    this.language = language;
  }

  List<Import> read() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      switch (language) {
        case PYTHON -> python(i);
        case SCRIPT -> script(i);
        case JVM -> afterStart(i, "import");
        case RUST -> afterStart(i, "use");
        case GO -> go(i);
      }
    }
    return imports;
  }

  private void python(int i) {
    Token word = tokens.get(i);
    if (!word.starts() || !word.isName("import") && !word.isName("from")) {
      return;
    }
    for (int j = i + 1; j < tokens.size() && tokens.get(j).line() == word.line(); j++) {
      boolean module = tokens.get(j - 1) == word || tokens.get(j - 1).is(",");
      if (tokens.get(j).isName("import")) {
        submodules(i, j);
        return;
      }
      if (module && tokens.get(j).kind() == Token.Kind.NAME) {
        add(tokens.get(j));
      }
    }
  }

  /** {@code from google import genai} imports {@code google.genai}. */
  private void submodules(int from, int at) {
    Token module = tokens.get(from + 1);
    int last = Math.min(tokens.size(), at + 40);
    for (int j = at + 1; j < last && continues(j, at); j++) {
      if (tokens.get(j).kind() == Token.Kind.NAME && module.kind() == Token.Kind.NAME) {
        imports.add(new Import(module.text() + "." + tokens.get(j).text(), module.line()));
      }
    }
  }

  private boolean continues(int j, int at) {
    return tokens.get(j).line() == tokens.get(at).line();
  }

  /** {@code import x from "m"}, {@code import "m"}, {@code require("m")}. */
  private void script(int i) {
    Token word = tokens.get(i);
    boolean from = word.isName("from") || word.isName("import");
    if (from && tokens.get(i + 1).isString()) {
      add(tokens.get(i + 1));
    } else if ((word.isName("require") || word.isName("import"))
        && tokens.get(i + 1).is("(")
        && i + 2 < tokens.size()
        && tokens.get(i + 2).isString()) {
      add(tokens.get(i + 2));
    }
  }

  private void afterStart(int i, String word) {
    if (tokens.get(i).starts() && tokens.get(i).isName(word)) {
      Token next = tokens.get(i + 1);
      add(next.isName("static") && i + 2 < tokens.size() ? tokens.get(i + 2) : next);
    }
  }

  /** Module paths look like nothing else: {@code "github.com/openai/openai-go"}. */
  private void go(int i) {
    Token token = tokens.get(i);
    boolean path = token.text().indexOf('/') > 0 && token.text().indexOf(' ') < 0;
    if (token.isString() && path && token.text().indexOf('.') > 0) {
      add(token);
    }
  }

  private void add(Token module) {
    if (module.kind() != Token.Kind.SIGN) {
      imports.add(new Import(module.text(), module.line()));
    }
  }
}
