package dev.countersign.inspect.pickle;

import java.util.List;

/**
 * Values as people read them, in the manner of Python: {@code os.system('id')}. However values
 * refer to each other, at most {@value #LONGEST} characters are written, and no deeper than {@value
 * #DEEPEST}.
 */
final class Shown {
  private static final int LONGEST = 240;
  private static final int LONGEST_TEXT = 120;
  private static final int DEEPEST = 6;

  private final StringBuilder out = new StringBuilder();

  private Shown() {}

  static String of(Value value) {
    Shown shown = new Shown();
    shown.value(value, 0);
    return shown.out.toString();
  }

  static String call(Value callee, Items arguments) {
    Shown shown = new Shown();
    shown.made(callee, arguments, 0);
    return shown.out.toString();
  }

  /** What was called first of calls of results of calls. */
  static Value root(Value value) {
    Value root = value;
    for (int i = 0; i < 1000 && root instanceof Made made; i++) {
      root = made.callee();
    }
    return root;
  }

  private void value(Value value, int depth) {
    if (depth > DEEPEST || out.length() > LONGEST) {
      out.append('…');
      return;
    }
    switch (value) {
      case Plain plain -> out.append(plain);
      case Whole whole -> out.append(whole);
      case Global global -> out.append(global);
      case Text text -> text(text);
      case Items items -> items(items, depth);
      case Entries entries -> entries(entries, depth);
      case Made made -> made(made.callee(), made.arguments(), depth);
    }
  }

  private void text(Text text) {
    String string = text.string();
    boolean all = text.whole() && string.length() <= LONGEST_TEXT;
    out.append(text.kind() == Text.Kind.BYTES ? "b'" : "'");
    String shown = all ? string : string.substring(0, Math.min(string.length(), LONGEST_TEXT));
    shown.chars().forEach(this::character);
    out.append(all ? "'" : "…'");
  }

  private void character(int character) {
    switch (character) {
      case '\\' -> out.append("\\\\");
      case '\'' -> out.append("\\'");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (character < ' ' || character == 0x7F) {
          out.append("\\x%02x".formatted(character));
        } else {
          out.append((char) character);
        }
      }
    }
  }

  private void items(Items items, int depth) {
    boolean tuple = items.kind() == Items.Kind.TUPLE;
    boolean list = items.kind() == Items.Kind.LIST;
    out.append(tuple ? '(' : list ? '[' : '{');
    list(items, depth);
    out.append(tuple && items.size() == 1 ? ",)" : tuple ? ")" : list ? "]" : "}");
  }

  private void list(Items items, int depth) {
    List<Value> kept = items.kept();
    for (int i = 0; i < kept.size() && out.length() <= LONGEST; i++) {
      out.append(i == 0 ? "" : ", ");
      value(kept.get(i), depth + 1);
    }
    out.append(items.whole() ? "" : ", …");
  }

  private void entries(Entries entries, int depth) {
    out.append('{');
    for (int i = 0; i < entries.keys().size() && out.length() <= LONGEST; i++) {
      out.append(i == 0 ? "" : ", ");
      value(entries.keys().get(i), depth + 1);
      out.append(": ");
      value(entries.values().get(i), depth + 1);
    }
    out.append(entries.size() == entries.keys().size() ? "}" : ", …}");
  }

  private void made(Value callee, Items arguments, int depth) {
    value(callee, depth + 1);
    out.append('(');
    list(arguments, depth + 1);
    out.append(')');
  }
}
