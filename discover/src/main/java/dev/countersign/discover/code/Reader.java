package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes calls, imports and names of tokens. */
final class Reader {
  private static final Set<String> NO_CALLS =
      Set.of("if", "for", "while", "switch", "catch", "return", "print", "elif", "and", "or", "in");
  private static final Set<String> SKIPPED_BEFORE_CALL = Set.of("new", "await", "yield");

  private static final int MOST_PARAMETERS = 100;

  private final List<Token> tokens;
  private final Language language;
  private final Map<String, String> constants = new HashMap<>();
  private Map<String, String> aliases = Map.of();
  private final List<Call> calls = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();

  Reader(List<Token> tokens, Language language) {
    this.tokens = tokens;
    this.language = language;
  }

  Code read() {
    Imports imports = new Imports(tokens, language);
    List<Import> imported = imports.read();
    aliases = imports.aliases();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isString()) {
        text(i);
      }
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isCall(i)) {
        call(i);
      }
    }
    return new Code(
        Optional.of(language),
        imported,
        calls,
        texts,
        new Declarations(tokens, language).read(),
        constants());
  }

  /** Names with a digit, as those of models have: {@code OpenAiChatModelName.GPT_4_O_MINI}. */
  private List<Text> constants() {
    if (language == Language.PYTHON || language == Language.SCRIPT) {
      return List.of();
    }
    return tokens.stream()
        .filter(token -> token.kind() == Token.Kind.NAME)
        .filter(token -> token.text().chars().anyMatch(c -> c >= '0' && c <= '9'))
        .map(token ->
            new Text(
                token.text().substring(token.text().lastIndexOf('.') + 1), token.line(), "", false))
        .toList();
  }

  private void text(int i) {
    Token token = tokens.get(i);
    String key = keyOf(i);
    boolean isKey = i + 1 < tokens.size() && tokens.get(i + 1).is(":");
    texts.add(new Text(token.text(), token.line(), key, isKey));
    if (!key.isEmpty() && isAssigned(i)) {
      constants.putIfAbsent(key, token.text());
    }
  }

  /** {@code KEY = "..."}, {@code key: "..."}, {@code "key": "..."}, {@code key: str = "..."}. */
  private String keyOf(int i) {
    int sign = i - 1;
    while (sign > 0 && tokens.get(sign).is("(")) {
      sign--; // KEY = ("..." "...")
    }
    if (sign < 1 || !tokens.get(sign).is("=") && !tokens.get(sign).is(":")) {
      return "";
    }
    boolean typed = sign > 2 && tokens.get(sign - 2).is(":") && tokens.get(sign).is("=");
    Token key = tokens.get(typed ? sign - 3 : sign - 1);
    return key.isString() || key.kind() == Token.Kind.NAME ? key.text() : "";
  }

  private boolean isAssigned(int i) {
    return tokens.get(i - 1).is("=");
  }

  private boolean isCall(int i) {
    Token name = tokens.get(i);
    return name.kind() == Token.Kind.NAME
        && tokens.get(i + 1).is("(")
        && !NO_CALLS.contains(name.text())
        && !(i > 0 && isDeclared(tokens.get(i - 1)));
  }

  private static boolean isDeclared(Token before) {
    return before.isName("def") || before.isName("class") || before.isName("function");
  }

  private void call(int i) {
    Token name = tokens.get(i);
    Arguments arguments = new Arguments(tokens, i + 1, constants);
    calls.add(
        new Call(
            name.text(),
            resolved(name.text()),
            name.text().substring(name.text().lastIndexOf('.') + 1),
            name.line(),
            targetOf(i),
            i > 0 && tokens.get(i - 1).is("@"),
            arguments.strings(),
            arguments.named(),
            arguments.texts()));
  }

  private String resolved(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String known = aliases.get(first);
    return known == null ? path : dot < 0 ? known : known + path.substring(dot);
  }

  /** {@code const find = ({ a }) => tool(...)}: what stands before the parameters. */
  private int beforeParameters(int close) {
    if (close < 0 || !tokens.get(close).is(")")) {
      return 0;
    }
    int depth = 0;
    int at = close;
    for (int left = MOST_PARAMETERS; at > 0 && left > 0; left--) {
      depth += tokens.get(at).is(")") ? 1 : tokens.get(at).is("(") ? -1 : 0;
      at--;
      if (depth == 0) {
        return at;
      }
    }
    return 0;
  }

  private String targetOf(int i) {
    int before = i - 1;
    while (before > 0 && SKIPPED_BEFORE_CALL.contains(tokens.get(before).text())) {
      before--;
    }
    if (before > 1 && tokens.get(before).is(">") && tokens.get(before - 1).is("=")) {
      before = beforeParameters(before - 2);
    }
    boolean assigned = before > 0 && tokens.get(before).is("=");
    return assigned && tokens.get(before - 1).kind() == Token.Kind.NAME
        ? tokens.get(before - 1).text()
        : "";
  }
}
