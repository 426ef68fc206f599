package dev.countersign.discover.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads which functions and classes are declared, with their decorators or annotations. */
final class Declarations {
  private static final int FARTHEST = 200;
  private static final Set<String> WORDS = Set.of("def", "class", "function", "fun");

  private final List<Token> tokens;
  private final boolean sharp;
  private final List<Code.Function> functions = new ArrayList<>();
  private final List<String> decorators = new ArrayList<>();
  private int since;

  Declarations(List<Token> tokens, Language language) {
    this.tokens = tokens;
    this.sharp = language == Language.SHARP;
  }

  List<Code.Function> read() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isDecorator(i)) {
        decorators.add(tokens.get(i + 1).text());
        since = i;
      } else if (isDeclaration(i)) {
        declare(i);
      } else if (!decorators.isEmpty() && i - since > FARTHEST) {
        decorators.clear();
      }
    }
    return functions;
  }

  /** {@code @Tool}, and {@code [KernelFunction]} of C#, where it begins a line. */
  private boolean isDecorator(int i) {
    Token sign = tokens.get(i);
    boolean attribute = sharp && sign.is("[") && sign.starts();
    return (sign.is("@") || attribute) && tokens.get(i + 1).kind() == Token.Kind.NAME;
  }

  private boolean isDeclaration(int i) {
    boolean typed = tokens.get(i).kind() == Token.Kind.NAME || tokens.get(i).is(">");
    if (!typed || tokens.get(i + 1).kind() != Token.Kind.NAME) {
      return false;
    }
    return WORDS.contains(tokens.get(i).text()) || isMethod(i);
  }

  /** A decorated method of a language that has no word for it: {@code @Tool String find(...)}. */
  private boolean isMethod(int i) {
    return !decorators.isEmpty()
        && i - since > 1
        && i + 2 < tokens.size()
        && tokens.get(i + 2).is("(")
        && !tokens.get(i).text().equals("new");
  }

  private void declare(int i) {
    Token name = tokens.get(i + 1);
    functions.add(new Code.Function(name.text(), name.line(), decorators, parents(i)));
    decorators.clear();
  }

  private List<String> parents(int i) {
    List<String> parents = new ArrayList<>();
    boolean listed = tokens.get(i).isName("class") && i + 2 < tokens.size();
    for (int j = i + 3; listed && j < Math.min(tokens.size(), i + 20); j++) {
      if (tokens.get(j).is(")") || tokens.get(j).is("{") || !tokens.get(i + 2).is("(")) {
        break;
      }
      parents.add(tokens.get(j).text());
    }
    return parents;
  }
}
