package dev.countersign.guard.tool.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A condition over the arguments of a call: a closed tree of JSON that {@code countersign guard
 * sign} compiles from CEL. A leaf is {@code {"value": …}} or {@code {"argument": ["name", …]}};
 * everything else {@code {"call": "FUNCTION", "of": [ … ]}} with the names of CEL's operators.
 *
 * @param tree as it is kept
 */
public record Condition(JsonNode tree) {
  private static final int DEPTH = 32;
  private static final int MOST_NODES = 1_000;

  /** The functions that a condition may call, by CEL's names. */
  public static final Set<String> FUNCTIONS =
      Set.of(
          "_&&_",
          "_||_",
          "!_",
          "_==_",
          "_!=_",
          "_<_",
          "_<=_",
          "_>_",
          "_>=_",
          "@in",
          "size",
          "startsWith",
          "endsWith",
          "contains",
          "_+_",
          "_-_",
          "_*_",
          "-_",
          "_?_:_",
          "has",
          "list",
          "_[_]");

  /**
   * Reads a tree.
   *
   * @return empty where it is none of the form
   */
  public static Optional<Condition> of(JsonNode tree) {
    return isWhole(tree, 0, new int[1]) ? Optional.of(new Condition(tree)) : Optional.empty();
  }

  private static boolean isWhole(JsonNode node, int depth, int[] count) {
    if (depth > DEPTH || ++count[0] > MOST_NODES || !node.isObject()) {
      return false;
    }
    if (node.has("value")) {
      return node.path("value").isValueNode();
    }
    if (node.has("argument")) {
      return node.path("argument").isArray() && !node.path("argument").isEmpty();
    }
    if (!FUNCTIONS.contains(node.path("call").asString("")) || !node.path("of").isArray()) {
      return false;
    }
    for (JsonNode inner : node.path("of")) {
      if (!isWhole(inner, depth + 1, count)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is true of these arguments; what cannot be computed is not true. */
  public boolean holds(ObjectNode arguments) {
    try {
      return truth(value(tree, arguments));
    } catch (Unknown cannot) {
      return false;
    }
  }

  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }

  private static boolean truth(JsonNode value) throws Unknown {
    if (!value.isBoolean()) {
      throw new Unknown();
    }
    return value.asBoolean();
  }

  private static JsonNode value(JsonNode node, ObjectNode arguments) throws Unknown {
    if (node.has("value")) {
      return node.path("value");
    }
    if (node.has("argument")) {
      return argument(node, arguments);
    }
    return call(node.path("call").asString(""), node.path("of"), arguments);
  }

  private static JsonNode argument(JsonNode node, ObjectNode arguments) {
    JsonNode at = arguments;
    for (JsonNode name : node.path("argument")) {
      at = at.path(name.asString(""));
    }
    return at;
  }

  private static JsonNode call(String name, JsonNode of, ObjectNode arguments) throws Unknown {
    switch (name) {
      case "_&&_":
        return bool(both(of, arguments, false));
      case "_||_":
        return bool(!both(of, arguments, true));
      case "!_":
        return bool(!truth(value(of.path(0), arguments)));
      case "_?_:_":
        return value(of.path(truth(value(of.path(0), arguments)) ? 1 : 2), arguments);
      case "has":
        return bool(!value(of.path(0), arguments).isMissingNode());
      default:
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode inner : of) {
          values.add(known(value(inner, arguments)));
        }
        return Operator.apply(name, values).orElseThrow(Unknown::new);
    }
  }

  /** Whether neither side is {@code unless}; one side decides where the other is unknown. */
  private static boolean both(JsonNode of, ObjectNode arguments, boolean negated) throws Unknown {
    boolean unknown = false;
    for (JsonNode side : of) {
      try {
        if (truth(value(side, arguments)) == negated) {
          return false;
        }
      } catch (Unknown cannot) {
        unknown = true;
      }
    }
    if (unknown) {
      throw new Unknown();
    }
    return true;
  }

  private static JsonNode known(JsonNode value) throws Unknown {
    if (value instanceof MissingNode) {
      throw new Unknown();
    }
    return value;
  }

  private static JsonNode bool(boolean value) {
    return BooleanNode.valueOf(value);
  }

  /** The operators that look at all of their operands. */
  private static final class Operator {
    static Optional<JsonNode> apply(String name, List<JsonNode> of) {
      switch (name) {
        case "list":
          return Optional.of(JsonNodeFactory.instance.arrayNode().addAll(of));
        case "size":
          return Optional.of(IntNode.valueOf(size(of.get(0))));
        case "-_":
          return number(of.get(0)).map(n -> DecimalNode.valueOf(n.negate()));
        default:
          return of.size() == 2 ? two(name, of.get(0), of.get(1)) : Optional.empty();
      }
    }

    private static int size(JsonNode value) {
      return value.isString() ? value.asString().length() : value.size();
    }

    private static Optional<JsonNode> two(String name, JsonNode a, JsonNode b) {
      switch (name) {
        case "_==_":
          return Optional.of(bool(same(a, b)));
        case "_!=_":
          return Optional.of(bool(!same(a, b)));
        case "@in":
          return Optional.of(bool(in(a, b)));
        case "_[_]":
          JsonNode found = a.isArray() ? a.path(b.asInt(-1)) : a.path(b.asString(""));
          return found.isMissingNode() ? Optional.empty() : Optional.of(found);
        case "startsWith":
          return texts(a, b) ? Optional.of(bool(a.asString().startsWith(b.asString()))) : none();
        case "endsWith":
          return texts(a, b) ? Optional.of(bool(a.asString().endsWith(b.asString()))) : none();
        case "contains":
          return texts(a, b) ? Optional.of(bool(a.asString().contains(b.asString()))) : none();
        default:
          return texts(a, b) && name.equals("_+_")
              ? Optional.of(StringNode.valueOf(a.asString() + b.asString()))
              : numbers(name, a, b);
      }
    }

    private static Optional<JsonNode> numbers(String name, JsonNode a, JsonNode b) {
      Optional<BigDecimal> left = number(a);
      Optional<BigDecimal> right = number(b);
      if (left.isEmpty() || right.isEmpty()) {
        return none();
      }
      BigDecimal x = left.get();
      BigDecimal y = right.get();
      switch (name) {
        case "_<_":
          return Optional.of(bool(x.compareTo(y) < 0));
        case "_<=_":
          return Optional.of(bool(x.compareTo(y) <= 0));
        case "_>_":
          return Optional.of(bool(x.compareTo(y) > 0));
        case "_>=_":
          return Optional.of(bool(x.compareTo(y) >= 0));
        case "_+_":
          return Optional.of(DecimalNode.valueOf(x.add(y)));
        case "_-_":
          return Optional.of(DecimalNode.valueOf(x.subtract(y)));
        case "_*_":
          return Optional.of(DecimalNode.valueOf(x.multiply(y)));
        default:
          return none();
      }
    }

    private static boolean same(JsonNode a, JsonNode b) {
      Optional<BigDecimal> left = number(a);
      Optional<BigDecimal> right = number(b);
      return left.isPresent() && right.isPresent()
          ? left.get().compareTo(right.get()) == 0
          : a.equals(b);
    }

    private static boolean in(JsonNode a, JsonNode list) {
      for (JsonNode item : list) {
        if (same(a, item)) {
          return true;
        }
      }
      return false;
    }

    /** Numbers whose digits could fill the memory are none. */
    private static Optional<BigDecimal> number(JsonNode value) {
      if (!value.isNumber()) {
        return Optional.empty();
      }
      BigDecimal number = value.decimalValue();
      boolean sane = Math.abs((long) number.scale()) < 100 && number.precision() < 100;
      return sane ? Optional.of(number) : Optional.empty();
    }

    private static boolean texts(JsonNode a, JsonNode b) {
      return a.isString() && b.isString();
    }

    private static <T> Optional<T> none() {
      return Optional.empty();
    }
  }
}
