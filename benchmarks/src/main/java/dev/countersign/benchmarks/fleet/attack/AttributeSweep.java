package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.data.Rows;
import dev.countersign.benchmarks.fleet.model.Numbers;
import java.util.Comparator;
import java.util.random.RandomGenerator;

/**
 * Inference of an attribute (after Fredrikson and others 2014, "Privacy in pharmacogenetics"): of
 * people whose other fields and class are known, every value of one category is asked, and the
 * guess is the value with the largest product of its frequency and the probability of the class.
 */
final class AttributeSweep implements Attack {
  @Override
  public String name() {
    return "attribute-sweep";
  }

  @Override
  public Goal goal() {
    return Goal.MEMBERSHIP;
  }

  @Override
  public Outcome run(Api api, Knowledge knowledge, RandomGenerator random) {
    Rows people = knowledge.members();
    Field field = field(knowledge, random);
    double[] frequency = frequency(knowledge.own(), field);
    int right = 0;
    int usual = 0;
    int asked = 0;
    for (; asked < people.size() && api.left() >= field.width(); asked++) {
      double[] person = people.vector(asked);
      int truth = field.value(person);
      right += guess(api, person, people.label(asked), field, frequency) == truth ? 1 : 0;
      usual += Numbers.largest(frequency) == truth ? 1 : 0;
    }
    return new Outcome.Guessed("right", (double) right / asked, (double) usual / asked);
  }

  /** One of the three categories with the fewest values, but more than two. */
  private static Field field(Knowledge knowledge, RandomGenerator random) {
    Field[] few =
        knowledge.space().categories().stream()
            .filter(field -> field.width() > 2)
            .sorted(Comparator.comparingInt(Field::width))
            .limit(3)
            .toArray(Field[]::new);
    return few[random.nextInt(few.length)];
  }

  private static double[] frequency(Rows own, Field field) {
    double[] frequency = new double[field.width()];
    own.vectors().forEach(row -> frequency[field.value(row)]++);
    return frequency;
  }

  private static int guess(Api api, double[] person, int label, Field field, double[] frequency) {
    double[] likely = new double[field.width()];
    for (int value = 0; value < likely.length; value++) {
      double[] row = person.clone();
      field.set(row, value);
      likely[value] = frequency[value] * api.probabilities(row)[label];
    }
    return Numbers.largest(likely);
  }
}
