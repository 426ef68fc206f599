package dev.countersign.fit.prompt;

import dev.countersign.guard.prompt.ngram.Features;
import dev.countersign.guard.prompt.ngram.Windows;
import dev.countersign.guard.prompt.ngram.Words;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Logistic regression by stochastic gradients with steps by AdaGrad (Duchi and others 2011), on
 * windows: of each text the highest one, so that it learns from what decides (multiple-instance
 * learning; Dietterich and others 1997). Now and then a whole table is left out of a step, so that
 * no table relies on another having seen the very words. One thread, one seed: the same bytes each
 * time.
 */
final class Trainer {
  private final Recipe recipe;
  private final float[] weights = new float[Features.COUNT];
  private final float[] squares = new float[Features.COUNT];
  private float bias;
  private float biasSquares;
  private final SplittableRandom random;
  private final Sum sum = new Sum();
  private final Step step = new Step();

  /**
   * How it learns.
   *
   * @param epochs how often each text is seen
   * @param rate of the steps
   * @param decay by how much each step pulls a weight towards nothing
   * @param dropped the chance that a step leaves out the words, and that it leaves out the n-grams
   *     of characters
   */
  record Recipe(int epochs, double rate, double decay, double dropped, long seed) {
    static final Recipe STANDARD = new Recipe(6, 0.15, 2e-4, 0.25, 7);
  }

  /** A text to learn from, and how much it counts. */
  record Example(Words words, boolean attack, float weight) {}

  private Trainer(Recipe recipe) {
    this.recipe = recipe;
    this.random = new SplittableRandom(recipe.seed());
  }

  /** What was learnt. */
  record Learnt(float[] weights, float bias) {}

  static Learnt train(List<Example> examples, Recipe recipe) {
    Trainer trainer = new Trainer(recipe);
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < recipe.epochs(); epoch++) {
      trainer.shuffle(order);
      for (int i : order) {
        trainer.learn(examples.get(i), epoch);
      }
    }
    return new Learnt(trainer.weights, trainer.bias);
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(Example example, int epoch) {
    Words words = example.words();
    if (words.count() == 0) {
      return;
    }
    if (epoch == 0 || random.nextInt(8) == 0) {
      int length = Windows.LENGTHS[random.nextInt(Windows.LENGTHS.length)];
      int from = random.nextInt(Math.max(1, words.count() - length + 1));
      // Any window of a benign text is benign; of an attack only a short text is sure to be one.
      if (!example.attack() || words.count() <= length) {
        step(example, from, Math.min(words.count(), from + length), example.weight());
      }
    }
    Windows.Span highest = highest(words);
    step(example, highest.from(), highest.to(), example.weight());
  }

  private Windows.Span highest(Words words) {
    double[] sums = new double[words.count() + 1];
    for (int word = 0; word < words.count(); word++) {
      sum.total = 0;
      Features.of(words, word, sum);
      sums[word + 1] = sums[word] + sum.total * words.weight(word);
    }
    return Windows.span(words.count(), sums);
  }

  private void step(Example example, int from, int to, float weight) {
    step.without =
        random.nextDouble() < recipe.dropped() ? 1 : random.nextDouble() < recipe.dropped() ? 2 : 0;
    Words words = example.words();
    double scale = Windows.scale(to - from);
    double score = bias + total(words, from, to, step.without) * scale;
    double wrong = 1 / (1 + Math.exp(-score)) - (example.attack() ? 1 : 0);
    double gradient = wrong * weight;
    if (Math.abs(gradient) < 1e-4) {
      return;
    }
    for (int word = from; word < to; word++) {
      step.gradient = (float) (gradient * scale * words.weight(word));
      Features.of(words, word, step);
    }
    biasSquares += (float) (gradient * gradient);
    bias -= (float) (recipe.rate() * gradient / Math.sqrt(biasSquares + 1e-3));
  }

  private double total(Words words, int from, int to, int without) {
    sum.without = without;
    double total = 0;
    for (int word = from; word < to; word++) {
      sum.total = 0;
      Features.of(words, word, sum);
      total += sum.total * words.weight(word);
    }
    sum.without = 0;
    return total;
  }

  private static int table(int place) {
    return place < Features.CHARS ? 1 : place < Features.IDEAS ? 2 : 3;
  }

  private final class Sum implements Features.Sink {
    private double total;
    private int without;

    @Override
    public void add(int place) {
      if (without == 0 || table(place) != without) {
        total += weights[place];
      }
    }
  }

  private final class Step implements Features.Sink {
    private float gradient;
    private int without;

    @Override
    public void add(int place) {
      if (without != 0 && table(place) == without) {
        return;
      }
      float slope = gradient + (float) recipe.decay() * weights[place];
      squares[place] += slope * slope;
      weights[place] -= (float) (recipe.rate() * slope / Math.sqrt(squares[place] + 1e-3));
    }
  }
}
