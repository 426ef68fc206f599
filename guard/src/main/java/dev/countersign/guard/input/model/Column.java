package dev.countersign.guard.input.model;

import java.util.List;

/** One feature, as training data had it. */
public sealed interface Column {
  /** The most categories of a column: more are no categories but names of things. */
  int MOST_CATEGORIES = 10_000;

  /** What it is called. */
  String name();

  /** Whether training data lacked it in some rows. If not, it must be there. */
  boolean missing();

  /** How many numbers it becomes. */
  int width();

  /**
   * Numbers. Encoded as the distance from the mean in units of the scale; and whether it is
   * missing, where it may be.
   *
   * @param lower the least value that is not out of range
   * @param upper the largest one
   * @param mean what training data had in the middle
   * @param scale what counts as one, above 0
   */
  record Numeric(
      String name, double lower, double upper, double mean, double scale, boolean missing)
      implements Column {
    public Numeric {
      Shapes.finite("mean of " + name, mean);
      Shapes.positive("scale of " + name, scale);
      if (!(lower <= upper)) {
        throw new IllegalArgumentException("range of " + name + ": not in order");
      }
    }

    @Override
    public int width() {
      return missing ? 2 : 1;
    }

    /** The same with another range. */
    public Numeric within(double least, double most) {
      return new Numeric(name, least, most, mean, scale, missing);
    }
  }

  /**
   * Categories. The first ones have a number of their own each, all others one in common; and
   * whether it is missing has one, where it may be.
   *
   * @param values all that training data had, the most frequent first
   * @param shares how frequent each was, from 0 to 1
   * @param own how many have a number of their own
   * @param weight what the number is for the category that it is
   */
  record Categorical(
      String name,
      List<String> values,
      List<Double> shares,
      int own,
      double weight,
      boolean missing)
      implements Column {
    public Categorical {
      values = List.copyOf(values);
      shares = List.copyOf(shares);
      Shapes.between("categories of " + name, values.size(), 1, MOST_CATEGORIES);
      Shapes.same("categories of " + name, values.size(), shares.size());
      Shapes.between("own numbers of " + name, own, 0, values.size());
      Shapes.positive("weight of " + name, weight);
    }

    @Override
    public int width() {
      return own + (values.size() > own ? 1 : 0) + (missing ? 1 : 0);
    }
  }
}
