package dev.countersign.benchmarks.fleet;

import dev.countersign.benchmarks.fleet.attack.Outcome;
import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.data.Rows;
import dev.countersign.benchmarks.fleet.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether an attack works, over its independent attackers: a detector that finds an attack that
 * does not work has found nothing.
 */
final class Figures {
  private Figures() {}

  /** What came of the attackers of one attack. */
  static Map<String, Object> of(List<Outcome> outcomes, Model model, Rows test) {
    List<Double> fidelity = new ArrayList<>();
    List<Double> guesses = new ArrayList<>();
    List<Double> chances = new ArrayList<>();
    String measure = "";
    List<Outcome.Pair> pairs = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Stolen stolen -> fidelity.add(model.agreement(stolen.copy(), test));
        case Outcome.Guessed guessed -> {
          guesses.add(guessed.value());
          chances.add(guessed.chance());
          measure = guessed.measure();
        }
        case Outcome.Evaded evaded -> pairs.addAll(evaded.pairs());
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    if (!fidelity.isEmpty()) {
      figures.put("fidelity", mean(fidelity));
      figures.put("by_chance", largestClass(model, test));
    }
    if (!guesses.isEmpty()) {
      figures.put(measure, mean(guesses));
      figures.put("by_chance", mean(chances));
    }
    if (!pairs.isEmpty()) {
      evasion(pairs, model, test, figures);
    }
    return figures;
  }

  /** The share of the class that the model says most: a copy that says only that has it. */
  private static double largestClass(Model model, Rows test) {
    int[] counts = new int[model.probabilities(test.vector(0)).length];
    test.vectors().forEach(row -> counts[model.label(row)]++);
    return (double) IntStream.of(counts).max().orElse(0) / test.size();
  }

  /** The figures of one attack on one line. */
  static String text(Map<String, Object> figures) {
    return figures.entrySet().stream()
        .map(figure -> figure.getKey() + " " + text(figure.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(Object figure) {
    return figure instanceof Double number
        ? String.format(Locale.ROOT, "%.3f", number)
        : figure.toString();
  }

  /**
   * Distances are medians over the records that got another class; the natural distance is that to
   * the nearest honest row of another class, which an attack must beat to be one.
   */
  private static void evasion(
      List<Outcome.Pair> pairs, Model model, Rows test, Map<String, Object> figures) {
    List<Outcome.Pair> flipped =
        pairs.stream()
            .filter(pair -> model.label(pair.found()) != model.label(pair.original()))
            .toList();
    figures.put("records", pairs.size());
    figures.put("flipped", (double) flipped.size() / pairs.size());
    if (!flipped.isEmpty()) {
      figures.put("distance", median(flipped, Population::distance));
      figures.put("largest_difference", median(flipped, Figures::largest));
      figures.put("natural_distance", median(flipped, (one, other) -> natural(one, model, test)));
    }
  }

  private static double largest(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  private static double natural(double[] row, Model model, Rows test) {
    int label = model.label(row);
    return test.vectors().stream()
        .filter(other -> model.label(other) != label)
        .mapToDouble(other -> Population.distance(row, other))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double median(List<Outcome.Pair> pairs, Distance distance) {
    double[] sorted =
        pairs.stream()
            .mapToDouble(pair -> distance.between(pair.original(), pair.found()))
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private interface Distance {
    double between(double[] one, double[] other);
  }
}
