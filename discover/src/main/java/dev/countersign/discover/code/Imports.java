package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what code imports, by the customs of its language. */
final class Imports {
  private static final int MOST_NAMES = 200;

  private final List<Token> tokens;
  private final Language language;
  private final List<Import> imports = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();

  Imports(List<Token> tokens, Language language) {
    this.tokens = tokens;
    this.language = language;
  }

  /** What names of this file stand for: {@code np} for {@code numpy}, once all is read. */
  Map<String, String> aliases() {
    return aliases;
  }

  List<Import> read() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      switch (language) {
        case PYTHON -> python(i);
        case SCRIPT -> script(i);
        case JVM -> afterStart(i, "import");
        case RUST -> afterStart(i, "use");
        case GO -> go(i);
        case SHARP -> sharp(i);
        case HCL -> {}
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
        alias(j, tokens.get(j).text());
      }
    }
  }

  /** {@code from google import genai} imports {@code google.genai}. */
  private void submodules(int from, int at) {
    Token module = tokens.get(from + 1);
    int last = Math.min(tokens.size(), at + MOST_NAMES);
    for (int j = at + 1; j < last && continues(j, at); j++) {
      boolean first = j == at + 1 || tokens.get(j - 1).is(",") || tokens.get(j - 1).is("(");
      if (first && tokens.get(j).kind() == Token.Kind.NAME && module.kind() == Token.Kind.NAME) {
        String name = tokens.get(j).text();
        imports.add(new Import(module.text() + "." + name, module.line()));
        aliases.putIfAbsent(name, module.text() + "." + name);
        alias(j, module.text() + "." + name);
      }
    }
  }

  /** Names go on to the end of the line or, in brackets, to the closing one. */
  private boolean continues(int j, int at) {
    return tokens.get(at + 1).is("(")
        ? !tokens.get(j).is(")")
        : tokens.get(j).line() == tokens.get(at).line();
  }

  /** {@code import numpy as np}. */
  private void alias(int name, String module) {
    if (name + 2 < tokens.size()
        && tokens.get(name + 1).isName("as")
        && tokens.get(name + 2).kind() == Token.Kind.NAME) {
      aliases.putIfAbsent(tokens.get(name + 2).text(), module);
    }
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

  /** {@code using A.B;}, {@code global using static A.B;}, {@code using C = A.B;}. */
  private void sharp(int i) {
    boolean starts = tokens.get(i).starts() || i > 0 && tokens.get(i - 1).isName("global");
    if (!starts || !tokens.get(i).isName("using")) {
      return;
    }
    int name = tokens.get(i + 1).isName("static") ? i + 2 : i + 1;
    int module = name + 2 < tokens.size() && tokens.get(name + 1).is("=") ? name + 2 : name;
    boolean ends = module + 1 < tokens.size() && tokens.get(module + 1).is(";");
    if (ends) {
      add(tokens.get(module));
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
