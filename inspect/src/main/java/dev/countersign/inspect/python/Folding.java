package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Value.Kind;
import dev.countersign.inspect.python.Value.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Computes what operators and methods give where all of it is known. */
final class Folding {
  private static final int MOST_ITEMS = 1 << 16;

  /** Attributes that lead from any object to the interpreter. */
  private static final Set<String> CLIMBS =
      Set.of(
          "__class__",
          "__base__",
          "__bases__",
          "__mro__",
          "__globals__",
          "__builtins__",
          "func_globals",
          "f_globals",
          "f_builtins",
          "gi_frame",
          "tb_frame");

  private Folding() {}

  static Value binary(String operator, Value left, Value right) {
    Set<Source> sources = both(left, right);
    if (left.is(Kind.INTEGER) && right.is(Kind.INTEGER)) {
      return integers(operator, left.number(), right.number());
    }
    if (operator.equals("+") && left.isText() && left.kind() == right.kind()) {
      return text(left.kind(), left.text() + right.text(), sources);
    }
    if (operator.equals("+") && left.is(Kind.ITEMS) && right.is(Kind.ITEMS)) {
      List<Value> items = new ArrayList<>(left.items());
      items.addAll(right.items());
      return items.size() > MOST_ITEMS ? Value.unknown(sources) : Value.items(items).from(sources);
    }
    if (operator.equals("*") && left.isText() && right.is(Kind.INTEGER)) {
      long length = Math.max(0, right.number()) * Math.max(1, left.text().length());
      return length <= MOST_ITEMS && right.number() <= MOST_ITEMS
          ? text(left.kind(), left.text().repeat((int) Math.max(0, right.number())), sources)
          : Value.unknown(sources);
    }
    if (operator.equals("%") && left.is(Kind.TEXT)) {
      return percent(left.text(), right.is(Kind.ITEMS) ? right.items() : List.of(right), sources);
    }
    boolean either = operator.equals("or") || operator.equals("and");
    if (either && (left.is(Kind.PATH) || right.is(Kind.PATH))) {
      return (left.is(Kind.PATH) ? left : right).from(sources);
    }
    return Value.unknown(sources);
  }

  private static Value integers(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Value.integer(a + b);
      case "-" -> Value.integer(a - b);
      case "*" -> Value.integer(a * b);
      case "^" -> Value.integer(a ^ b);
      case "&" -> Value.integer(a & b);
      case "|" -> Value.integer(a | b);
      case "<<" -> b >= 0 && b < 63 ? Value.integer(a << b) : Value.UNKNOWN;
      case ">>" -> b >= 0 && b < 63 ? Value.integer(a >> b) : Value.UNKNOWN;
      case "%" -> b == 0 ? Value.UNKNOWN : Value.integer(Math.floorMod(a, b));
      case "//" -> b == 0 ? Value.UNKNOWN : Value.integer(Math.floorDiv(a, b));
      default -> Value.UNKNOWN;
    };
  }

  private static Value percent(String format, List<Value> values, Set<Source> sources) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        text.append(c);
      } else if (format.charAt(++i) == '%') {
        text.append('%');
      } else {
        Value value = next < values.size() ? values.get(next++) : Value.UNKNOWN;
        if (value.isText()) {
          text.append(value.text());
        } else if (value.is(Kind.INTEGER)) {
          text.append(
              format.charAt(i) == 'c'
                  ? Character.toString((char) value.number())
                  : Long.toString(value.number()));
        } else {
          return Value.unknown(sources);
        }
      }
    }
    return text(Kind.TEXT, text.toString(), sources);
  }

  static Value attribute(Value of, String name) {
    if (!of.is(Kind.PATH)) {
      return CLIMBS.contains(name) ? Value.path("…." + name) : Value.unknown(of.sources());
    }
    return switch (name) {
      case "__call__", "__func__", "__wrapped__", "__self__" -> of;
      default -> below(of, name);
    };
  }

  /**
   * All environment variables together are secret; one of them by its name is what programs read.
   */
  private static Value below(Value of, String name) {
    Value value = Value.path(of.text() + "." + name);
    if (name.equals("environ") && (of.text().equals("os") || of.text().equals("posix"))) {
      return value.from(Source.SECRET);
    }
    boolean one = of.text().endsWith(".environ") && !name.equals("items") && !name.equals("copy");
    return one ? value : value.from(of.sources());
  }

  static Value index(Value of, Value key, Names names) {
    if (of.is(Kind.PATH) && key.isText()) {
      return named(of, key.text(), names);
    }
    if (of.isText() && key.is(Kind.ITEMS) && key.items().size() == 3) {
      return slice(of, key.items());
    }
    if (of.isText() && key.is(Kind.INTEGER)) {
      return character(of, key.number());
    }
    if (of.is(Kind.ITEMS) && key.is(Kind.INTEGER)) {
      long place = key.number() < 0 ? key.number() + of.items().size() : key.number();
      return place >= 0 && place < of.items().size() ? of.items().get((int) place) : Value.UNKNOWN;
    }
    if (of.is(Kind.ITEMS) && of.items().size() == 1) {
      return of.items().getFirst();
    }
    return of.is(Kind.PATH)
        ? Value.path(of.text() + "[]").from(of.sources())
        : Value.unknown(both(of, key));
  }

  private static Value named(Value of, String key, Names names) {
    return switch (of.text()) {
      case "sys.modules" -> Value.path(key);
      case "globals()", "locals()", "vars()" -> names.get(key);
      default ->
          of.text().endsWith("_globals__") || of.text().endsWith("_globals")
              ? key.equals("__builtins__") ? Value.path("builtins") : Value.path(key)
              : of.text().endsWith(".__dict__")
                  ? Value.path(of.text().substring(0, of.text().length() - 8) + key)
                  : of.text().equals("builtins")
                      ? Value.path(key)
                      : of.text().endsWith(".environ")
                          ? Value.path(of.text() + "[]")
                          : Value.path(of.text() + "[]").from(of.sources());
    };
  }

  private static Value character(Value of, long index) {
    long place = index < 0 ? index + of.text().length() : index;
    if (place < 0 || place >= of.text().length()) {
      return Value.UNKNOWN;
    }
    char c = of.text().charAt((int) place);
    return of.is(Kind.BYTES)
        ? Value.integer(c)
        : Value.text(String.valueOf(c), of.sources()).from(Source.DECODED);
  }

  private static Value slice(Value of, List<Value> parts) {
    String text = of.text();
    long step = parts.get(2).is(Kind.INTEGER) ? parts.get(2).number() : 1;
    if (step == 0 || Math.abs(step) > text.length() + 1L) {
      return Value.unknown(of.sources());
    }
    int length = text.length();
    long from = bound(parts.get(0), step > 0 ? 0 : length - 1L, length);
    long to = bound(parts.get(1), step > 0 ? length : -1, length);
    StringBuilder taken = new StringBuilder();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      if (i >= 0 && i < length) {
        taken.append(text.charAt((int) i));
      }
    }
    Value value = text(of.kind(), taken.toString(), of.sources());
    return step == 1 ? value : value.from(Source.DECODED);
  }

  private static long bound(Value value, long otherwise, int length) {
    if (!value.is(Kind.INTEGER)) {
      return otherwise;
    }
    long place = value.number() < 0 ? value.number() + length : value.number();
    return Math.clamp(place, -1, length);
  }

  static Value method(Value of, String name, Arguments arguments) {
    Set<Source> sources = arguments.sources();
    sources.addAll(of.sources());
    Value first = arguments.first();
    Value second = arguments.get(1, "");
    return switch (name) {
      case "join" ->
          of.isText() ? join(of.text(), iterate(first)).from(sources) : Value.unknown(sources);
      case "decode" -> Decoding.text(of, first);
      case "encode" -> of.is(Kind.TEXT) ? encode(of, first) : Value.unknown(sources);
      case "replace" ->
          of.isText() && first.isText() && second.isText() && !first.text().isEmpty()
              ? replaced(of, first.text(), second.text(), sources)
              : Value.unknown(sources);
      case "strip", "lstrip", "rstrip" ->
          of.isText() ? text(of.kind(), of.text().strip(), sources) : of;
      case "lower" ->
          of.isText() ? text(of.kind(), of.text().toLowerCase(java.util.Locale.ROOT), sources) : of;
      case "upper" ->
          of.isText() ? text(of.kind(), of.text().toUpperCase(java.util.Locale.ROOT), sources) : of;
      case "format" ->
          of.is(Kind.TEXT)
              ? format(of.text(), arguments.positional(), sources)
              : Value.unknown(sources);
      case "split" -> of.isText() ? split(of, first) : Value.unknown(sources);
      case "hex" -> Value.unknown(sources);
      default -> Value.unknown(sources);
    };
  }

  private static Value replaced(Value of, String what, String with, Set<Source> sources) {
    long most = (long) of.text().length() * Math.max(1, with.length());
    return most > Value.LONGEST
        ? Value.unknown(sources)
        : text(of.kind(), of.text().replace(what, with), sources).from(Source.DECODED);
  }

  private static Value split(Value of, Value by) {
    String mark = by.isText() && !by.text().isEmpty() ? by.text() : " ";
    List<Value> items = new ArrayList<>();
    for (String piece : of.text().split(java.util.regex.Pattern.quote(mark), MOST_ITEMS)) {
      items.add(text(of.kind(), piece, of.sources()));
    }
    return Value.items(items);
  }

  private static Value encode(Value of, Value charset) {
    boolean plain =
        !charset.is(Kind.TEXT) || !charset.text().contains("16") && !charset.text().contains("32");
    byte[] bytes = of.text().getBytes(plain ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
    return text(Kind.BYTES, new String(bytes, StandardCharsets.ISO_8859_1), of.sources());
  }

  private static Value format(String format, List<Value> values, Set<Source> sources) {
    String text = format;
    for (int i = 0; i < Math.min(values.size(), 64); i++) {
      Value value = values.get(i);
      String shown =
          value.isText()
              ? value.text()
              : value.is(Kind.INTEGER) ? Long.toString(value.number()) : null;
      if (shown == null || text.length() + (long) shown.length() > Value.LONGEST / 64) {
        return Value.unknown(sources);
      }
      int plain = text.indexOf("{}");
      text =
          plain >= 0 && !text.contains("{" + i + "}")
              ? text.substring(0, plain) + shown + text.substring(plain + 2)
              : text.replace("{" + i + "}", shown);
    }
    return text(Kind.TEXT, text, sources);
  }

  static Value join(String between, List<Value> items) {
    StringBuilder text = new StringBuilder();
    Set<Source> sources = Value.all(items);
    if (items.isEmpty()) {
      return Value.unknown(sources);
    }
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      if (!item.isText() && !item.is(Kind.INTEGER)
          || text.length() + item.text().length() > Value.LONGEST) {
        return Value.unknown(sources);
      }
      text.append(i == 0 ? "" : between)
          .append(item.is(Kind.INTEGER) ? Long.toString(item.number()) : item.text());
    }
    return text(Kind.TEXT, text.toString(), sources);
  }

  /** The items of what can be iterated; none where they are not known. */
  static List<Value> iterate(Value over) {
    if (over.is(Kind.ITEMS)) {
      return over.items();
    }
    if (!over.isText() || over.text().length() > MOST_ITEMS) {
      return List.of();
    }
    return over.text()
        .chars()
        .mapToObj(c ->
            over.is(Kind.BYTES)
                ? Value.integer(c)
                : Value.text(Character.toString(c), over.sources()))
        .toList();
  }

  private static Value text(Kind kind, String text, Set<Source> sources) {
    return text.length() > Value.LONGEST
        ? Value.unknown(sources)
        : new Value(kind, text, 0, List.of(), sources);
  }

  private static Set<Source> both(Value left, Value right) {
    Set<Source> sources = EnumSet.noneOf(Source.class);
    sources.addAll(left.sources());
    sources.addAll(right.sources());
    return sources;
  }
}
