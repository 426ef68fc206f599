package dev.countersign.inspect.jinja;

import dev.countersign.inspect.Rule;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.text.WordList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the names that expressions ask for. For one template. */
final class Names {
  private static final Pattern DUNDER = Pattern.compile("__\\w+__");
  private static final long MOST_TIMES = 1_000_000;

  /** Attributes of Python that lead out of a value into the interpreter. */
  private static final Set<String> ATTRIBUTES =
      Set.copyOf(WordList.lines(Names.class, "attributes.txt"));

  /** Functions that run commands or code, or open files. */
  private static final Set<String> FUNCTIONS =
      Set.copyOf(WordList.lines(Names.class, "functions.txt"));

  /** Where findings go. */
  @FunctionalInterface
  interface Taker {
    void take(Rule rule, int at, String what);
  }

  private final Fold fold;
  private final Taker taker;

  Names(Fold fold, Taker taker) {
    this.fold = fold;
    this.taker = taker;
  }

  void visit(Expr expr) {
    switch (expr) {
      case Expr.Text text -> text(text);
      case Expr.Name name -> variable(name);
      case Expr.Attribute attribute -> {
        attribute(attribute.name(), attribute.at());
        visit(attribute.of());
      }
      case Expr.Item item -> item(item);
      case Expr.Part part ->
          List.of(part.of(), part.from(), part.to(), part.step()).forEach(this::visit);
      case Expr.Call call -> call(call);
      case Expr.Filter filter -> filter(filter);
      case Expr.Many many -> many.items().forEach(this::visit);
      case Expr.Pair pair -> pair(pair);
      case Expr.Whole _, Expr.Nothing _ -> {}
    }
  }

  private void attribute(String name, int at) {
    if (DUNDER.matcher(name).matches()
        || ATTRIBUTES.contains(name)
        || name.startsWith("_Template")) {
      taker.take(JinjaRules.ESCAPE, at, "." + name);
    } else if (name.startsWith("__")) {
      taker.take(JinjaRules.DYNAMIC, at, "." + name);
    }
  }

  private void variable(Expr.Name name) {
    if (DUNDER.matcher(name.name()).matches()) {
      taker.take(JinjaRules.ESCAPE, name.at(), name.name());
    }
  }

  private void text(Expr.Text text) {
    hidden(text.value(), text.at());
    Payloads.in(text.value())
        .filter(payload ->
            payload.kind() != Payload.Kind.LINK && payload.kind() != Payload.Kind.INJECTION)
        .ifPresent(payload ->
            taker.take(JinjaRules.TEXT, text.at(), payload.kind() + ": " + payload.excerpt()));
  }

  /** A name of Python's insides in a text: for {@code getattr}, a format, or an item. */
  private void hidden(String text, int at) {
    DUNDER
        .matcher(text)
        .results()
        .filter(result -> ATTRIBUTES.contains(result.group()))
        .findFirst()
        .ifPresent(result -> taker.take(JinjaRules.ESCAPE, at, text));
  }

  private void item(Expr.Item item) {
    Optional<String> key = fold.text(item.key());
    if (key.isPresent()) {
      attribute(key.get(), item.at());
    } else if (item.key() instanceof Expr.Pair(Expr left, String sign, Expr right, _)
        && sign.equals("~")
        && !(left instanceof Expr.Text && right instanceof Expr.Text)) {
      taker.take(JinjaRules.DYNAMIC, item.at(), "an item by a name that is joined");
    }
    visit(item.of());
    visit(item.key());
  }

  private void call(Expr.Call call) {
    if (call.of() instanceof Expr.Name(String name, int at) && FUNCTIONS.contains(name)) {
      taker.take(JinjaRules.CALL, at, name + "(…)");
    } else if (call.of() instanceof Expr.Attribute(_, String name, int at)
        && FUNCTIONS.contains("." + name)) {
      taker.take(JinjaRules.CALL, at, "." + name + "(…)");
    } else if (call.of() instanceof Expr.Name(String name, int at) && name.equals("range")) {
      range(call, at);
    }
    visit(call.of());
    arguments(call.arguments());
    folded(call);
  }

  private void range(Expr.Call call, int at) {
    call.arguments().stream()
        .map(argument -> fold.of(argument.value()).orElse(0L))
        .filter(value -> value instanceof Long many && Math.abs(many) > MOST_TIMES)
        .findFirst()
        .ifPresent(value -> taker.take(JinjaRules.ENDLESS, at, "range(" + value + ")"));
  }

  private void filter(Expr.Filter filter) {
    if (filter.name().equals("attr")) {
      reached(filter);
    }
    filter.arguments().stream()
        .filter(argument -> argument.name().equals("attribute"))
        .flatMap(argument -> fold.text(argument.value()).stream())
        .flatMap(path -> List.of(path.split("\\.")).stream())
        .forEach(name -> attribute(name, filter.at()));
    visit(filter.of());
    arguments(filter.arguments());
    folded(filter);
  }

  private void reached(Expr.Filter filter) {
    Optional<String> name =
        filter.arguments().stream().findFirst().flatMap(argument -> fold.text(argument.value()));
    if (name.isEmpty()) {
      taker.take(JinjaRules.DYNAMIC, filter.at(), "attr of a name that is computed");
    } else if (name.get().equals("format") || name.get().equals("format_map")) {
      taker.take(JinjaRules.ESCAPE, filter.at(), "attr(" + name.get() + ")");
    } else {
      attribute(name.get(), filter.at());
    }
  }

  private void arguments(List<Expr.Argument> arguments) {
    for (Expr.Argument argument : arguments) {
      if (DUNDER.matcher(argument.name()).matches()) {
        taker.take(JinjaRules.ESCAPE, argument.value().at(), argument.name() + "=");
      }
      visit(argument.value());
    }
  }

  private void pair(Expr.Pair pair) {
    if (pair.sign().equals("*") || pair.sign().equals("**")) {
      repeated(pair);
    }
    visit(pair.left());
    visit(pair.right());
    folded(pair);
  }

  private void repeated(Expr.Pair pair) {
    Object left = fold.of(pair.left()).orElse("");
    Object right = fold.of(pair.right()).orElse("");
    if (large(left) || large(right)) {
      taker.take(JinjaRules.ENDLESS, pair.at(), left + " " + pair.sign() + " " + right);
    }
  }

  private static boolean large(Object value) {
    return value instanceof Long times && times > MOST_TIMES;
  }

  private void folded(Expr expr) {
    fold.text(expr).ifPresent(text -> hidden(text, expr.at()));
  }
}
