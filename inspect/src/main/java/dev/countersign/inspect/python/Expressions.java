package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads expressions by the language reference's grammar, computes what is known of them, and tells
 * what they call. Never fails: what is no expression is passed over.
 */
final class Expressions extends TokenWalk {
  private static final int DEEPEST = 120;
  private static final int MOST_ROUNDS = 200_000;
  private final Names names;
  private final Watch watch;
  private int depth;
  private int rounds;
  private boolean annotation;

  Expressions(List<Token> tokens, Names names, Watch watch) {
    super(tokens);
    this.names = names;
    this.watch = watch;
  }

  /** Expressions with commas between them; one alone is itself. */
  Value list() {
    Value first = test();
    if (!peek().is(",")) {
      return first;
    }
    List<Value> items = new ArrayList<>(List.of(first));
    while (take(",") && beginsExpression()) {
      items.add(test());
    }
    return Value.items(items);
  }

  /** An annotation: what it calls is called, and what it names is not handed on. */
  void annotation() {
    annotation = true;
    test();
    annotation = false;
  }

  /** One expression. */
  Value test() {
    if (peek().is("lambda")) {
      return lambda();
    }
    if (peek().is(Kind.NAME) && ahead(1).is(":=")) {
      String name = next().text();
      next();
      Value value = test();
      names.bind(name, value);
      return value;
    }
    Value value = binary(1);
    if (take("if")) {
      binary(1);
      Value other = take("else") ? test() : Value.UNKNOWN;
      return value.is(Value.Kind.UNKNOWN) ? other.from(value.sources()) : value;
    }
    return value;
  }

  private Value lambda() {
    next();
    names.enterFunction();
    while (!peek().is(":") && beginsExpression() || isAnyOf(",", "=", "/")) {
      if (!take(",") && !take("=") && !take("/")) {
        binary(1);
      }
    }
    take(":");
    test();
    names.leaveFunction();
    return Value.UNKNOWN;
  }

  private Value binary(int least) {
    if (depth >= DEEPEST) {
      watch.tooDeep(peek().offset());
      skipGroup();
      return Value.UNKNOWN;
    }
    depth++;
    Value left = unary();
    while (true) {
      Token operator = peek();
      int binds = Operators.binds(operator);
      if (binds < least) {
        break;
      }
      next();
      if (operator.is("not") || operator.is("is")) {
        at += peek().is("in") || peek().is("not") ? 1 : 0;
      }
      left = Folding.binary(operator.text(), left, binary(binds + 1));
    }
    depth--;
    return left;
  }

  private Value unary() {
    boolean negative = false;
    boolean changed = false;
    while (Operators.isPrefix(peek())) {
      Token sign = next();
      negative ^= sign.is("-");
      changed |= sign.is("~") || sign.is("not");
    }
    Value value = primary();
    if (changed) {
      return Value.unknown(value.sources());
    }
    return negative && value.is(Value.Kind.INTEGER) ? Value.integer(-value.number()) : value;
  }

  private Value primary() {
    int offset = peek().offset();
    Value value = atom();
    boolean called = false;
    while (true) {
      if (take(".")) {
        value = attribute(value);
        called = false;
      } else if (peek().is("(")) {
        value = call(value, offset);
        called = true;
      } else if (peek().is("[")) {
        next();
        value = Folding.index(value, subscript(), names);
        called = false;
      } else {
        break;
      }
    }
    if (!called && !annotation && value.is(Value.Kind.PATH)) {
      watch.mentioned(value.text(), offset);
    }
    return value;
  }

  private Value attribute(Value of) {
    Token name = next();
    if (of.isText() || of.is(Value.Kind.ITEMS)) {
      return peek().is("(")
          ? Folding.method(of, name.text(), arguments())
          : Folding.attribute(of, name.text());
    }
    return Folding.attribute(of, name.text());
  }

  private Value call(Value function, int offset) {
    Arguments arguments = arguments();
    if (function.is(Value.Kind.GETTER)) {
      Value got = Folding.attribute(arguments.first(), function.text());
      if (got.is(Value.Kind.PATH)) {
        watch.mentioned(got.text(), offset);
      }
      return got;
    }
    if (!function.is(Value.Kind.PATH)) {
      return Value.unknown(arguments.sources()).from(function.sources());
    }
    String path = Behaviours.plain(function.text());
    watch.called(path, arguments, offset, names.atImport());
    Value result = Builtins.call(path, arguments, names);
    boolean computes = path.equals("getattr") && result.is(Value.Kind.UNKNOWN);
    if (computes && arguments.first().is(Value.Kind.PATH)) {
      watch.computed(arguments.first().text(), arguments.get(1, "name"), offset);
    }
    return result.from(function.sources());
  }

  private Arguments arguments() {
    next();
    List<Value> positional = new ArrayList<>();
    Map<String, Value> named = new HashMap<>();
    while (!closes(")")) {
      if (peek().is(Kind.NAME) && ahead(1).is("=")) {
        String name = next().text();
        next();
        named.put(name, test());
      } else {
        boolean spread = peek().is("*");
        int start = at;
        Value value = comprehension(start, test());
        if (spread && value.is(Value.Kind.ITEMS)) {
          positional.addAll(value.items());
        } else {
          positional.add(value);
        }
      }
      separator(")");
    }
    return new Arguments(positional, named);
  }

  private Value subscript() {
    Value[] parts = {Value.UNKNOWN, Value.UNKNOWN, Value.UNKNOWN};
    int colons = 0;
    boolean slice = false;
    while (!closes("]")) {
      if (take(":")) {
        slice = true;
        colons = Math.min(2, colons + 1);
      } else {
        parts[colons] = test();
        if (!peek().is(":")) {
          separator("]");
        }
      }
    }
    return slice ? Value.items(List.of(parts)).from(java.util.Set.of()) : parts[0];
  }

  private Value atom() {
    Token token = peek();
    return switch (token.kind()) {
      case STRING, BYTES, FORMATTED -> strings();
      case NUMBER -> Operators.number(next().text());
      case NAME -> names.get(next().text());
      case OPERATOR -> operator(token);
      case NEWLINE, INDENT, DEDENT, END -> Value.UNKNOWN;
    };
  }

  private Value operator(Token token) {
    return switch (token.text()) {
      case "(" -> group(")");
      case "[" -> group("]");
      case "{" -> group("}");
      case ")", "]", "}", ",", ":", "=", ";" -> Value.UNKNOWN;
      default -> {
        next();
        yield Value.UNKNOWN;
      }
    };
  }

  private Value group(String close) {
    next();
    List<Value> items = new ArrayList<>();
    boolean comma = !close.equals(")");
    while (!closes(close)) {
      int start = at;
      Value item = comprehension(start, test());
      if (take(":")) {
        item = comprehension(start, test());
      }
      items.add(item);
      comma |= peek().is(",");
      separator(close);
    }
    return items.size() == 1 && (!comma || items.getFirst().is(Value.Kind.ITEMS))
        ? items.getFirst()
        : Value.items(items);
  }

  /** What follows an element in brackets may be {@code for x in …}: then it stands for many. */
  private Value comprehension(int start, Value element) {
    if (!peek().is("for") && !(peek().is("async") && ahead(1).is("for"))) {
      return element;
    }
    take("async");
    next();
    Optional<String> target =
        peek().is(Kind.NAME) && ahead(1).is("in") ? Optional.of(peek().text()) : Optional.empty();
    while (!peek().is("in") && !peek().is(Kind.NEWLINE) && !peek().is(Kind.END)) {
      next();
    }
    take("in");
    Value over = binary(1);
    boolean more = false;
    while (peek().is("if") || peek().is("for") || peek().is("async")) {
      more = true;
      next();
      list();
      if (take("in")) {
        binary(1);
      }
    }
    return more || target.isEmpty()
        ? Value.unknown(over.sources())
        : each(start, target.get(), over);
  }

  private Value each(int start, String target, Value over) {
    List<Value> items = Folding.iterate(over);
    if (items.isEmpty()) {
      return Value.unknown(over.sources());
    }
    int end = at;
    List<Value> results = new ArrayList<>();
    for (Value item : items) {
      if (++rounds > MOST_ROUNDS) {
        break;
      }
      names.bind(target, item);
      at = start;
      results.add(test());
    }
    at = end;
    return Value.items(results);
  }

  private Value strings() {
    Value value = Value.text("", java.util.Set.of());
    boolean first = true;
    while (peek().is(Kind.STRING) || peek().is(Kind.BYTES) || peek().is(Kind.FORMATTED)) {
      Token token = next();
      Value piece =
          switch (token.kind()) {
            case BYTES -> Value.bytes(token.text(), java.util.Set.of());
            case STRING -> Value.text(token.text(), java.util.Set.of());
            default -> formatted(token);
          };
      value = first ? piece : Folding.binary("+", value, piece);
      first = false;
    }
    return value;
  }

  private Value formatted(Token token) {
    List<Value> pieces = new ArrayList<>();
    for (List<Token> part : token.parts()) {
      pieces.add(
          part.size() == 1 ? Value.text(part.getFirst().text(), java.util.Set.of()) : inside(part));
    }
    return Folding.join("", pieces);
  }

  private Value inside(List<Token> part) {
    List<Token> outer = tokens;
    int place = at;
    tokens = part;
    at = 0;
    Value value = depth < DEEPEST ? list() : Value.UNKNOWN;
    tokens = outer;
    at = place;
    return value;
  }
}
