package dev.countersign.guard.tool.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads block YAML of the form that PyYAML writes (maps, lists of maps, scalars in all styles), and
 * lines of {@code key: value}; only where every line fits. Flow collections stay text. No tags,
 * anchors or documents.
 */
final class BlockYaml {
  private final List<String> lines;
  private int at;

  private BlockYaml(List<String> lines) {
    this.lines = lines;
  }

  static Optional<Object> read(String text) {
    List<String> lines = text.stripTrailing().lines().toList();
    if (lines.size() > Leaves.MOST || lines.isEmpty()) {
      return Optional.empty();
    }
    BlockYaml reader = new BlockYaml(lines);
    try {
      reader.blank();
      Object value = reader.block(indent(reader.line()), 0);
      reader.blank();
      return reader.at == lines.size() ? Optional.of(value) : Optional.empty();
    } catch (NoYaml none) {
      return Optional.empty();
    }
  }

  private static final class NoYaml extends Exception {
    private static final long serialVersionUID = 1;

    NoYaml() {
      super(null, null, false, false);
    }
  }

  private Object block(int indent, int depth) throws NoYaml {
    if (depth > Leaves.DEPTH) {
      throw new NoYaml();
    }
    return isItem(line().strip()) ? list(indent, depth) : map(indent, depth);
  }

  private Object list(int indent, int depth) throws NoYaml {
    List<Object> items = new ArrayList<>();
    while (at < lines.size() && indent(line()) == indent && isItem(line().strip())) {
      String rest = line().substring(indent + 1);
      int inner = indent + 1 + indent(rest);
      String content = rest.strip();
      if (content.isEmpty()) {
        at++;
        items.add("");
      } else if (keyEnd(content) > 0) {
        items.add(new Leaves.Members(members(inner, content, depth + 1)));
      } else if (isItem(content)) {
        throw new NoYaml();
      } else {
        items.add(scalar(content, indent));
      }
      blank();
    }
    return items;
  }

  private Object map(int indent, int depth) throws NoYaml {
    return new Leaves.Members(members(indent, line().strip(), depth));
  }

  private List<Object> members(int indent, String first, int depth) throws NoYaml {
    List<Object> members = new ArrayList<>();
    String content = first;
    while (true) {
      int end = keyEnd(content);
      if (end <= 0) {
        throw new NoYaml();
      }
      String key = unquoted(content.substring(0, end).strip());
      members.add(
          new Leaves.Member(key, member(content.substring(end + 1).strip(), indent, depth)));
      blank();
      if (at >= lines.size() || indent(line()) != indent || isItem(line().strip())) {
        return members;
      }
      content = line().strip();
    }
  }

  private Object member(String rest, int indent, int depth) throws NoYaml {
    if (!rest.isEmpty()) {
      return scalar(rest, indent);
    }
    at++;
    blank();
    if (at >= lines.size()) {
      return "";
    }
    int next = indent(line());
    boolean nested = next > indent || next == indent && isItem(line().strip());
    return nested ? block(next, depth + 1) : "";
  }

  /** A scalar that starts in this line and goes on in deeper ones. */
  private String scalar(String start, int indent) throws NoYaml {
    char first = start.charAt(0);
    at++;
    if (first == '\'' || first == '"') {
      return quoted(start, first);
    }
    boolean literal = first == '|' || first == '>';
    if (!literal && start.contains(": ")) {
      throw new NoYaml();
    }
    StringBuilder out = new StringBuilder(literal ? "" : start);
    while (at < lines.size() && (line().isBlank() || indent(line()) > indent)) {
      out.append('\n').append(line().strip());
      at++;
    }
    return out.toString().strip();
  }

  private String quoted(String start, char quote) throws NoYaml {
    StringBuilder out = new StringBuilder();
    String part = start.substring(1);
    while (true) {
      int end = quotedPart(part, quote, out);
      if (end >= 0) {
        if (!part.substring(end + 1).isBlank()) {
          throw new NoYaml();
        }
        return out.toString();
      }
      if (at >= lines.size()) {
        throw new NoYaml();
      }
      out.append('\n');
      part = lines.get(at++).strip();
    }
  }

  /** Where the quote ends in a line, or -1. */
  private static int quotedPart(String line, char quote, StringBuilder out) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean more = i + 1 < line.length();
      if (c == '\\' && quote == '"' && more) {
        out.append(Escape.of(line.charAt(++i)));
      } else if (c == '\'' && quote == '\'' && more && line.charAt(i + 1) == '\'') {
        out.append(line.charAt(++i));
      } else if (c == quote) {
        return i;
      } else {
        out.append(c);
      }
    }
    return -1;
  }

  /** Where a key ends: at the first colon before white space, of a short line start. */
  private static int keyEnd(String content) {
    int limit = Math.min(content.length(), 64);
    for (int i = 0; i < limit; i++) {
      if (content.charAt(i) == ':' && (i + 1 == content.length() || content.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return -1;
  }

  private static String unquoted(String key) {
    boolean quoted = key.length() > 1 && (key.charAt(0) == '\'' || key.charAt(0) == '"');
    return quoted ? key.substring(1, key.length() - 1) : key;
  }

  private static boolean isItem(String content) {
    return content.equals("-") || content.startsWith("- ");
  }

  private void blank() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
  }

  private String line() throws NoYaml {
    if (at >= lines.size()) {
      throw new NoYaml();
    }
    return lines.get(at);
  }

  private static int indent(String line) {
    int n = 0;
    while (n < line.length() && line.charAt(n) == ' ') {
      n++;
    }
    return n;
  }
}
