package dev.countersign.guard.tool.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Python prints of its dictionaries, lists, tuples and scalars ({@code repr}); only
 * where the whole text is one literal.
 */
final class PythonLiteral {
  private final String text;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  static Optional<Object> read(String text) {
    char first = text.charAt(0);
    if (first != '{' && first != '[' && first != '(') {
      return Optional.empty();
    }
    PythonLiteral reader = new PythonLiteral(text);
    try {
      Object value = reader.value(0);
      reader.space();
      return reader.at == text.length() ? Optional.of(value) : Optional.empty();
    } catch (NoLiteral none) {
      return Optional.empty();
    }
  }

  private static final class NoLiteral extends Exception {
    private static final long serialVersionUID = 1;

    NoLiteral() {
      super(null, null, false, false);
    }
  }

  private Object value(int depth) throws NoLiteral {
    space();
    if (depth > Leaves.DEPTH || at >= text.length()) {
      throw new NoLiteral();
    }
    char c = text.charAt(at);
    switch (c) {
      case '{':
        return map(depth);
      case '[':
        return items(']', depth);
      case '(':
        return items(')', depth);
      case '\'':
      case '"':
        return quoted();
      default:
        return bare();
    }
  }

  private Object map(int depth) throws NoLiteral {
    at++;
    List<Object> members = new ArrayList<>();
    while (!closes('}')) {
      Object key = value(depth + 1);
      space();
      if (next() != ':') {
        throw new NoLiteral();
      }
      members.add(new Leaves.Member(String.valueOf(key), value(depth + 1)));
      separator('}');
    }
    return new Leaves.Members(members);
  }

  private Object items(char end, int depth) throws NoLiteral {
    at++;
    List<Object> items = new ArrayList<>();
    while (!closes(end)) {
      items.add(value(depth + 1));
      separator(end);
    }
    return items;
  }

  private boolean closes(char end) throws NoLiteral {
    space();
    if (at >= text.length()) {
      throw new NoLiteral();
    }
    if (text.charAt(at) != end) {
      return false;
    }
    at++;
    return true;
  }

  private void separator(char end) throws NoLiteral {
    space();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
    } else if (at >= text.length() || text.charAt(at) != end) {
      throw new NoLiteral();
    }
  }

  private String quoted() throws NoLiteral {
    char quote = next();
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = next();
      if (c == quote) {
        return out.toString();
      }
      out.append(c == '\\' ? Escape.of(next()) : c);
    }
  }

  /** A number, a constant, or what an object prints of itself: {@code <Status.SENT: 'sent'>}. */
  private String bare() throws NoLiteral {
    int from = at;
    int open = 0;
    while (at < text.length() && (open > 0 || ",]}):".indexOf(text.charAt(at)) < 0)) {
      char c = text.charAt(at++);
      open += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
    }
    String word = text.substring(from, at).strip();
    if (word.isEmpty() || word.length() > 200) {
      throw new NoLiteral();
    }
    return word.equals("None") ? "" : word;
  }

  private char next() throws NoLiteral {
    if (at >= text.length()) {
      throw new NoLiteral();
    }
    return text.charAt(at++);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
