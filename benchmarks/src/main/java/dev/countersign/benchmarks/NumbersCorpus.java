package dev.countersign.benchmarks;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.NumberRange;
import dev.countersign.guard.output.policy.OutputPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Outputs of predictive models with the policy that each is for: written ones with a heading of the
 * policy, and ones by chance, of which an attack has one thing wrong.
 */
final class NumbersCorpus {
  static final long SEED = 20261129;
  private static final int MADE = 200;
  private static final double ANY = Double.POSITIVE_INFINITY;

  /** By name: what the model was asked for. */
  static final Map<String, NumberRange> POLICIES =
      Map.of(
          "any", NumberRange.any(),
          "probability", new NumberRange(0, 1, 0, Double.NaN, 0, 1, 1),
          "distribution", new NumberRange(0, 1, 0, 1, 0.001, 3, 3),
          "label", new NumberRange(0, 9, 1, Double.NaN, 0, 1, 1),
          "price", new NumberRange(0, 1e6, 0.01, Double.NaN, 0, 1, 1),
          "embedding", new NumberRange(-1, 1, 0, Double.NaN, 0, 8, 8));

  private static final List<String> BROKEN =
      List.of(
          "NaN",
          "Infinity",
          "1e999",
          "-1e400",
          "\"1\"",
          "null",
          "true",
          "0x1",
          "x",
          "1.0f",
          "1e",
          "{\"a\":1}");

  /** A text and the policy it is for. */
  record Output(String policy, String text) {}

  private final Path folder;

  NumbersCorpus(Path folder) {
    this.folder = folder;
  }

  /** Whether the gate rejects an output by the policy that it is for. */
  boolean rejected(Output output) {
    OutputGate gate = gate(range(output.policy()));
    return gate.check(output.text(), Destination.NUMBERS).decision() == Decision.REJECT;
  }

  private static NumberRange range(String policy) {
    return Optional.ofNullable(POLICIES.get(policy)).orElseThrow();
  }

  private static OutputGate gate(NumberRange range) {
    DestinationPolicy numbers = DestinationPolicy.usual().with(range);
    return OutputGate.of(OutputPolicy.standard().with(Destination.NUMBERS, numbers));
  }

  /** Written ones, each also in a list and between blanks; then ones by chance. */
  List<Output> attacks() throws IOException {
    List<Output> attacks = new ArrayList<>();
    for (Output one : written("attacks-numbers.txt")) {
      attacks.add(one);
      attacks.add(new Output(one.policy(), "[" + one.text() + "]"));
      attacks.add(new Output(one.policy(), " \n" + one.text() + "\n "));
    }
    Random random = new Random(SEED);
    for (String policy : POLICIES.keySet().stream().sorted().toList()) {
      for (int i = 0; i < MADE; i++) {
        attacks.add(new Output(policy, shown(broken(policy, random), random)));
      }
    }
    return attacks.stream().distinct().toList();
  }

  /** Written ones; then ones by chance. */
  List<Output> benign() throws IOException {
    List<Output> benign = new ArrayList<>(written("benign-numbers.txt"));
    Random random = new Random(SEED + 1);
    for (String policy : POLICIES.keySet().stream().sorted().toList()) {
      for (int i = 0; i < MADE; i++) {
        benign.add(new Output(policy, shown(numbers(policy, random), random)));
      }
    }
    return benign.stream().distinct().toList();
  }

  private List<Output> written(String name) throws IOException {
    List<Output> written = new ArrayList<>();
    String policy = "";
    for (String line : Files.readAllLines(folder.resolve(name))) {
      boolean heading =
          line.startsWith("[") && POLICIES.containsKey(line.replaceAll("[\\[\\]]", ""));
      if (heading) {
        policy = line.substring(1, line.length() - 1);
      } else if (!line.startsWith("# ")) {
        written.add(new Output(policy, OutputMacros.unescape(line)));
      }
    }
    return written;
  }

  /** Numbers that fit the policy, each as a program could print it. */
  private static List<String> numbers(String policy, Random random) {
    return switch (policy) {
      case "probability" -> List.of(printed(random.nextDouble(), random));
      case "distribution" -> distribution(random);
      case "label" -> List.of(Integer.toString(random.nextInt(10)));
      case "price" ->
          List.of(String.format(Locale.ROOT, "%.2f", random.nextInt(100_000_000) / 100.0));
      case "embedding" -> many(8, random);
      default -> many(1 + random.nextInt(6), random);
    };
  }

  private static List<String> many(int count, Random random) {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      many.add(printed(2 * random.nextDouble() - 1, random));
    }
    return many;
  }

  private static List<String> distribution(Random random) {
    double first = random.nextDouble();
    double second = (1 - first) * random.nextDouble();
    return List.of(first, second, 1 - first - second).stream()
        .map(value -> String.format(Locale.ROOT, "%.5f", value))
        .toList();
  }

  private static String printed(double value, Random random) {
    String format = List.of("%.4f", "%.6f", "%.3e", "%.12f").get(random.nextInt(4));
    return random.nextInt(3) == 0
        ? Double.toString(value)
        : String.format(Locale.ROOT, format, value);
  }

  /** The same with one thing wrong: a value, and where there is a range or a count that. */
  private static List<String> broken(String policy, Random random) {
    List<String> numbers = new ArrayList<>(numbers(policy, random));
    NumberRange range = range(policy);
    int at = random.nextInt(numbers.size());
    boolean bounded = range.max() < ANY;
    switch (bounded ? random.nextInt(4) : 0) {
      case 1 -> numbers.set(at, printed(range.max() * (1.01 + random.nextDouble()), random));
      case 2 -> numbers.set(at, printed(range.min() - 0.01 - random.nextDouble(), random));
      case 3 -> numbers.add(numbers.get(at));
      default -> numbers.set(at, BROKEN.get(random.nextInt(BROKEN.size())));
    }
    return numbers;
  }

  /** As JSON, CSV or lines. */
  private static String shown(List<String> numbers, Random random) {
    String between = Arrays.asList(", ", ",", " ", "\n", ";", "\t").get(random.nextInt(6));
    String joined = String.join(between, numbers);
    return random.nextBoolean() && between.startsWith(",") ? "[" + joined + "]" : joined;
  }
}
