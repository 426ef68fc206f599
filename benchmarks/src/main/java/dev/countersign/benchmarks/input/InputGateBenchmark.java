package dev.countersign.benchmarks.input;

import dev.countersign.attest.Subject;
import dev.countersign.fit.input.FitOptions;
import dev.countersign.fit.input.FittedInput;
import dev.countersign.fit.input.HeldOut;
import dev.countersign.fit.input.InputFit;
import dev.countersign.fit.input.Ranking;
import dev.countersign.fit.input.data.DataSource;
import dev.countersign.fit.input.data.Table;
import dev.countersign.fit.input.data.UnreadableData;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.input.Input;
import dev.countersign.guard.input.InputGate;
import dev.countersign.guard.profile.UnusableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The input gate on public data: how well it ranks a group that was held out behind other rows,
 * which share of other rows it rejects, and how long a decision takes.
 */
public final class InputGateBenchmark {
  private static final double[] ASKED = {0.01, 0.05};
  private static final int FEWEST_SEEDS = 5;
  private static final int ENOUGH_ROWS = 10_000;

  private InputGateBenchmark() {}

  /**
   * Runs: {@code cases DATA TARGET [REGEX]}, {@code rates TARGET CASE …} or {@code time}.
   *
   * @throws Exception if data cannot be read
   */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "cases" -> cases(Path.of(args[1]), Path.of(args[2]), args.length > 3 ? args[3] : ".*");
      case "rates" -> {
        for (String name : Arrays.copyOfRange(args, 2, args.length)) {
          rates(Path.of(args[1]).resolve(name));
        }
      }
      default -> {
        DecisionTime.print(118);
        DecisionTime.print(768);
      }
    }
  }

  private static void cases(Path data, Path target, String wanted) throws Exception {
    for (String name : new HoldOuts(data, target).make()) {
      if (name.matches(wanted)) {
        Path folder = target.resolve(name);
        FittedInput fitted = fitted(folder, 1);
        InputGate gate = gate(fitted);
        List<double[]> in = scores(gate, folder.resolve("in.csv"));
        List<double[]> out = scores(gate, folder.resolve("out.csv"));
        System.out.printf(
            "%-20s AUROC %.4f  (Mahalanobis alone %.4f, neighbours alone %.4f; weight %.2f)%n",
            name,
            auroc(in, out, 0),
            auroc(in, out, 1),
            auroc(in, out, 2),
            fitted.model().combination().weight());
      }
    }
  }

  private static double auroc(List<double[]> in, List<double[]> out, int which) {
    return Ranking.auroc(
        in.stream().mapToDouble(row -> row[which]).toArray(),
        out.stream().mapToDouble(row -> row[which]).toArray());
  }

  /**
   * Of rows of the training distribution: those that the fit itself held out, over as many seeds as
   * give enough of them. What one profile rejects scatters with its calibration; the promise is
   * about the mean.
   */
  private static void rates(Path folder) throws Exception {
    double[] hits = new double[ASKED.length];
    List<double[]> each = new ArrayList<>();
    double rows = 0;
    for (int seed = 1; seed <= FEWEST_SEEDS || rows < ENOUGH_ROWS; seed++) {
      HeldOut heldOut = fitted(folder, seed).heldOut();
      hits[0] += heldOut.rejected();
      hits[1] += heldOut.flagged();
      rows += heldOut.rows();
      each.add(new double[] {heldOut.rate(), heldOut.flagRate()});
    }
    for (int i = 0; i < ASKED.length; i++) {
      int at = i;
      double mean = hits[i] / rows;
      double spread =
          Math.sqrt(
              each.stream().mapToDouble(one -> Math.pow(one[at] - mean, 2)).sum()
                  / (each.size() - 1));
      System.out.printf(
          "%-20s asked %.2f %%, got %.2f %% (standard error %.2f) of %,.0f held-out rows over %d profiles; one profile scatters by %.2f%n",
          folder.getFileName(),
          ASKED[i] * 100,
          mean * 100,
          spread / Math.sqrt(each.size()) * 100,
          rows,
          each.size(),
          spread * 100);
    }
  }

  private static FittedInput fitted(Path folder, long seed) throws IOException, UnreadableData {
    Table table =
        Table.read(
            DataSource.of(folder.resolve("train.csv"), true), Set.of(), Set.of("label"), seed);
    return InputFit.of(table, FitOptions.usual().labelled("label").seeded(seed));
  }

  private static InputGate gate(FittedInput fitted) throws UnusableProfile {
    return InputGate.withoutModel(
        fitted.profile(
            List.of(Subject.sha256("model", "0".repeat(64))),
            List.of(),
            Instant.EPOCH,
            "benchmark"),
        FailMode.CLOSED);
  }

  /** The score and both distances of each row; a violation of the schema is farther than all. */
  private static List<double[]> scores(InputGate gate, Path file)
      throws IOException, UnreadableData {
    DataSource source = DataSource.of(file, true);
    List<String> names = source.columns();
    int[] places = gate.features().stream().mapToInt(names::indexOf).toArray();
    boolean[] numeric = gate.numeric();
    Input input = gate.input();
    List<double[]> rows = new ArrayList<>();
    source.read(cells -> {
      input.clear();
      for (int i = 0; i < places.length; i++) {
        if (!cells.missing(places[i]) && numeric[i]) {
          input.number(i, cells.number(places[i]));
        } else if (!cells.missing(places[i])) {
          input.category(i, cells.text(places[i]));
        }
      }
      gate.decide(input);
      boolean violated = Double.isInfinite(input.score());
      rows.add(
          new double[] {
            violated ? Double.MAX_VALUE : input.score(),
            violated ? Double.MAX_VALUE : input.mahalanobis(),
            violated ? Double.MAX_VALUE : input.neighbours()
          });
    });
    return rows;
  }
}
