package dev.countersign.inspect.jinja;

import java.util.List;

/** An expression of a template, as far as names and texts go through it. */
sealed interface Expr {
  /** Its first character in the template. */
  int at();

  /** A text. */
  record Text(String value, int at) implements Expr {}

  /** A whole number. */
  record Whole(long value, int at) implements Expr {}

  /** A variable or function. */
  record Name(String name, int at) implements Expr {}

  /** An attribute by its name, after a dot. */
  record Attribute(Expr of, String name, int at) implements Expr {}

  /** An item by its index or key, in brackets. */
  record Item(Expr of, Expr key, int at) implements Expr {}

  /** Items from, to, by a step; what is left out is {@link Nothing}. */
  record Part(Expr of, Expr from, Expr to, Expr step, int at) implements Expr {}

  /** A call. */
  record Call(Expr of, List<Argument> arguments, int at) implements Expr {}

  /** A filter, after a bar. */
  record Filter(Expr of, String name, List<Argument> arguments, int at) implements Expr {}

  /** A list, a tuple or what stands in parentheses. */
  record Many(List<Expr> items, int at) implements Expr {}

  /** Two expressions with a sign or word between them. */
  record Pair(Expr left, String sign, Expr right, int at) implements Expr {}

  /** Nothing. */
  record Nothing(int at) implements Expr {}

  /**
   * An argument.
   *
   * @param name empty for one that goes by its place
   */
  record Argument(String name, Expr value) {}
}
