import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A copy of the model, learnt from nothing but what an attacker was told: boosted trees of one
 * split (Friedman 2001), by least squares on the logits of the scores.
 */
final class Copy {
  private static final int ROUNDS = 300;
  private static final double RATE = 0.2;

  private final List<Split> splits = new ArrayList<>();
  private double start;

  private record Split(int feature, double at, double low, double high) {}

  /** Learns a copy and compares it with the model. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3) {
      System.err.println("java Copy.java STOLEN GATEWAY PAYMENTS");
      System.exit(2);
    }
    List<double[]> stolen = table(Path.of(args[0]));
    Copy copy = new Copy();
    copy.learn(stolen);
    compare(copy, new Gateway(args[1]), table(Path.of(args[2])), stolen.size());
  }

  private static List<double[]> table(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isEmpty() && !Character.isLetter(line.charAt(0)))
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static void compare(Copy copy, Gateway gateway, List<double[]> payments, int answers)
      throws IOException, InterruptedException {
    int compared = 0;
    int agreed = 0;
    int declined = 0;
    int found = 0;
    for (double[] payment : payments) {
      OptionalDouble score = gateway.ask("comparison", payment).score();
      if (score.isPresent()) {
        boolean real = score.getAsDouble() >= 0.5;
        boolean copied = copy.logit(payment) >= 0;
        compared++;
        agreed += real == copied ? 1 : 0;
        declined += real ? 1 : 0;
        found += real && copied ? 1 : 0;
      }
    }
    System.out.printf(
        "learnt from %,d answers, the copy agrees with the model on %,d of %,d payments%n",
        answers, agreed, compared);
    System.out.printf("it declines %,d of the %,d that the model declines%n", found, declined);
  }

  private static double logit(double score) {
    double inside = Math.max(1e-6, Math.min(1 - 1e-6, score));
    return Math.log(inside / (1 - inside));
  }

  private void learn(List<double[]> rows) {
    double[] left = rows.stream().mapToDouble(row -> logit(row[row.length - 1])).toArray();
    start = Arrays.stream(left).average().orElse(0);
    Arrays.setAll(left, i -> left[i] - start);
    for (int round = 0; round < ROUNDS; round++) {
      Split split = best(rows, left);
      splits.add(split);
      Arrays.setAll(left, i -> left[i] - value(split, rows.get(i)));
    }
  }

  private static Split best(List<double[]> rows, double[] left) {
    double most = -1;
    Split best = new Split(0, 0, 0, 0);
    double all = Arrays.stream(left).sum();
    for (int feature = 0; feature < rows.get(0).length - 1; feature++) {
      int column = feature;
      Integer[] order = new Integer[left.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> rows.get(i)[column]));
      double sum = 0;
      for (int count = 1; count < order.length; count++) {
        sum += left[order[count - 1]];
        double low = rows.get(order[count - 1])[feature];
        double high = rows.get(order[count])[feature];
        int others = order.length - count;
        double gain = sum * sum / count + (all - sum) * (all - sum) / others;
        if (low < high && gain > most) {
          most = gain;
          best =
              new Split(
                  feature, (low + high) / 2, RATE * sum / count, RATE * (all - sum) / others);
        }
      }
    }
    return best;
  }

  private static double value(Split split, double[] row) {
    return row[split.feature] <= split.at ? split.low : split.high;
  }

  private double logit(double[] row) {
    return start + splits.stream().mapToDouble(split -> value(split, row)).sum();
  }
}
