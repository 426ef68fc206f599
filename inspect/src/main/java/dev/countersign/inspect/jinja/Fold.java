package dev.countersign.inspect.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Computes what is constant in expressions: {@code '__cl' ~ 'ass__'}, {@code '%c'|format(95)},
 * {@code ['a','b']|join}, {@code 'cba'[::-1]}, and variables that were set to such. A value is a
 * {@link String}, a {@link Long}, or a {@link List} of them. For one template.
 */
final class Fold {
  /** The longest text that is computed, in characters. */
  static final int LONGEST = 10_000;

  private final Map<String, Object> variables = new HashMap<>();

  /** Takes note of what a variable was set to. */
  void set(String variable, Expr value) {
    of(value)
        .ifPresentOrElse(known -> variables.put(variable, known), () -> variables.remove(variable));
  }

  /** The value of an expression; empty where it depends on what is rendered. */
  Optional<Object> of(Expr expr) {
    return switch (expr) {
      case Expr.Text text -> Optional.of(text.value());
      case Expr.Whole whole -> Optional.of(whole.value());
      case Expr.Name name -> Optional.ofNullable(variables.get(name.name()));
      case Expr.Many many -> list(many.items());
      case Expr.Pair pair -> pair(pair);
      case Expr.Part part -> of(part.of()).flatMap(value -> Slices.of(value, part, this));
      case Expr.Item item -> item(item);
      case Expr.Filter filter -> filter(filter);
      case Expr.Call call -> call(call);
      case Expr.Attribute _, Expr.Nothing _ -> Optional.empty();
    };
  }

  /** The value as text, where it is constant. */
  Optional<String> text(Expr expr) {
    return of(expr).map(Fold::string).filter(text -> text.length() <= LONGEST);
  }

  private Optional<Object> list(List<Expr> items) {
    List<Object> values = new ArrayList<>();
    for (Expr item : items) {
      Optional<Object> value = of(item);
      if (value.isEmpty() || values.size() > LONGEST) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  private Optional<Object> pair(Expr.Pair pair) {
    Optional<Object> left = of(pair.left());
    Optional<Object> right = of(pair.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (pair.sign()) {
      case "~" -> bounded(string(left.get()) + string(right.get()));
      case "+" -> plus(left.get(), right.get());
      case "%" ->
          left.get() instanceof String format
              ? Formats.percent(format, listed(right.get())).flatMap(Fold::bounded)
              : Optional.empty();
      case "*" -> times(left.get(), right.get());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> plus(Object left, Object right) {
    return switch (left) {
      case Long number when right instanceof Long other -> Optional.of(number + other);
      case String text when right instanceof String other -> bounded(text + other);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> times(Object left, Object right) {
    return switch (left) {
      case Long number when right instanceof Long other -> Optional.of(number * other);
      case String text
          when right instanceof Long many && many * text.length() <= LONGEST && many >= 0 ->
          Optional.of(text.repeat(many.intValue()));
      default -> Optional.empty();
    };
  }

  private Optional<Object> item(Expr.Item item) {
    Optional<Object> of = of(item.of());
    Optional<Object> key = of(item.key());
    if (of.isEmpty() || !(key.orElse("") instanceof Long index)) {
      return Optional.empty();
    }
    return switch (of.get()) {
      case String text ->
          Slices.index(text.length(), index).map(at -> String.valueOf(text.charAt(at)));
      case List<?> list -> Slices.index(list.size(), index).map(list::get);
      default -> Optional.empty();
    };
  }

  private Optional<Object> call(Expr.Call call) {
    if (call.of() instanceof Expr.Name(String name, _)) {
      return function(name, call);
    }
    if (!(call.of() instanceof Expr.Attribute(Expr of, String name, _))) {
      return Optional.empty();
    }
    Optional<Object> value = of(of);
    List<Object> arguments = values(call.arguments());
    if (value.isEmpty() || arguments.size() < call.arguments().size()) {
      return Optional.empty();
    }
    if (name.equals("join") && !arguments.isEmpty()) {
      return bounded(joined(listed(arguments.getFirst()), string(value.get())));
    }
    return name.equals("format")
        ? Formats.braces(string(value.get()), arguments).flatMap(Fold::bounded)
        : shaped(name, value.get(), arguments);
  }

  private Optional<Object> function(String name, Expr.Call call) {
    if (name.equals("dict")) {
      return Optional.of(
          call.arguments().stream()
              .map(Expr.Argument::name)
              .filter(key -> !key.isEmpty())
              .<Object>map(key -> key)
              .toList());
    }
    List<Object> arguments = values(call.arguments());
    return name.equals("chr") && arguments.size() == 1 && arguments.getFirst() instanceof Long code
        ? Formats.character(code).map(text -> text)
        : Optional.empty();
  }

  private Optional<Object> filter(Expr.Filter filter) {
    Optional<Object> value = of(filter.of());
    List<Object> arguments = values(filter.arguments());
    if (value.isEmpty() || arguments.size() < filter.arguments().size()) {
      return Optional.empty();
    }
    return switch (filter.name()) {
      case "join" ->
          bounded(
              joined(listed(value.get()), arguments.isEmpty() ? "" : string(arguments.getFirst())));
      case "format" -> Formats.percent(string(value.get()), arguments).flatMap(Fold::bounded);
      case "first" -> listed(value.get()).stream().findFirst();
      case "last" -> listed(value.get()).reversed().stream().findFirst();
      case "list", "sort", "unique" -> Optional.of(listed(value.get()));
      case "string", "escape", "e", "safe", "trim", "forceescape" ->
          Optional.of(string(value.get()).strip());
      default -> shaped(filter.name(), value.get(), arguments);
    };
  }

  private static Optional<Object> shaped(String name, Object value, List<Object> arguments) {
    String text = string(value);
    return switch (name) {
      case "lower", "casefold" -> Optional.of(text.toLowerCase(Locale.ROOT));
      case "upper" -> Optional.of(text.toUpperCase(Locale.ROOT));
      case "strip", "lstrip", "rstrip" -> Optional.of(text.strip());
      case "reverse" ->
          value instanceof List<?> list
              ? Optional.of(List.copyOf(list.reversed()))
              : Optional.of(new StringBuilder(text).reverse().toString());
      case "replace" ->
          arguments.size() >= 2 && !string(arguments.getFirst()).isEmpty()
              ? bounded(text.replace(string(arguments.get(0)), string(arguments.get(1))))
              : Optional.empty();
      case "capitalize", "title" -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private List<Object> values(List<Expr.Argument> arguments) {
    return arguments.stream().flatMap(argument -> of(argument.value()).stream()).toList();
  }

  private static Optional<Object> bounded(String text) {
    return text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
  }

  private static String joined(List<?> items, String between) {
    return items.stream().map(Fold::string).collect(Collectors.joining(between));
  }

  private static List<Object> listed(Object value) {
    return switch (value) {
      case List<?> list -> List.copyOf(list);
      case String text -> text.codePoints().<Object>mapToObj(Character::toString).toList();
      default -> List.of(value);
    };
  }

  static String string(Object value) {
    return value instanceof List<?> list ? joined(list, "") : value.toString();
  }
}
