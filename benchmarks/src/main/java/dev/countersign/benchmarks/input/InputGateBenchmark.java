package dev.countersign.benchmarks.input;

import dev.countersign.attest.Subject;
import dev.countersign.fit.input.FitOptions;
import dev.countersign.fit.input.FittedInput;
import dev.countersign.fit.input.InputFit;
import dev.countersign.fit.input.data.DataSource;
import dev.countersign.fit.input.data.Table;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.input.Input;
import dev.countersign.guard.input.InputGate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** AUROC, realised rates and time of the input gate on public data. */
public final class InputGateBenchmark {
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[1]);
    List<String> cases = new HoldOuts(Path.of(args[0]), target).make();
    for (String name : cases) {
      if (args.length > 2 && !name.matches(args[2])) continue;
      Path folder = target.resolve(name);
      long t0 = System.nanoTime();
      Table table = Table.read(DataSource.of(folder.resolve("train.csv"), true), Set.of(), Set.of("label"), 1);
      long t1 = System.nanoTime();
      FittedInput fitted = InputFit.of(table, FitOptions.usual().labelled("label"));
      long t2 = System.nanoTime();
      InputGate gate = InputGate.withoutModel(fitted.profile(List.of(Subject.sha256("m", "0".repeat(64))), List.of(), Instant.now(), "b"), FailMode.CLOSED);
      double[][] in = scores(gate, folder.resolve("in.csv"));
      double[][] out = scores(gate, folder.resolve("out.csv"));
      System.out.printf("%-22s auroc %.4f  maha %.4f knn %.4f  held-out %.4f flags %.4f  test-in rejected %.4f/%.4f  w %.2f width %d read %.1f fit %.1fs%n", name,
          auroc(in[0], out[0]), auroc(in[1], out[1]), auroc(in[2], out[2]), fitted.heldOut().rate(), fitted.heldOut().flagRate(), share(in[3], 0.01), share(in[3], .05),
          fitted.model().combination().weight(), fitted.model().encoding().width(), (t1-t0)/1e9, (t2-t1)/1e9);
    }
  }

  static double share(double[] p, double a) { int n = 0; for (double x : p) if (x <= a) n++; return n / (double) p.length; }

  static double[][] scores(InputGate gate, Path file) throws Exception {
    DataSource source = DataSource.of(file, true);
    List<String> names = source.columns();
    List<String> features = gate.features();
    int[] places = features.stream().mapToInt(names::indexOf).toArray();
    boolean[] numeric = gate.numeric();
    Input input = gate.input();
    List<double[]> rows = new ArrayList<>();
    source.read(cells -> {
      input.clear();
      for (int i = 0; i < places.length; i++) {
        if (!cells.missing(places[i])) {
          if (numeric[i]) input.number(i, cells.number(places[i])); else input.category(i, cells.text(places[i]));
        }
      }
      gate.decide(input);
      rows.add(new double[] {input.score(), input.mahalanobis(), input.neighbours(), input.pValue()});
    });
    double[][] all = new double[4][rows.size()];
    for (int i = 0; i < rows.size(); i++) for (int j = 0; j < 4; j++) all[j][i] = rows.get(i)[j];
    return all;
  }

  static double auroc(double[] in, double[] out) {
    double[] sorted = in.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double o : out) {
      int lo = lower(sorted, o), hi = upper(sorted, o);
      sum += lo + 0.5 * (hi - lo);
    }
    return sum / ((double) in.length * out.length);
  }
  static int lower(double[] s, double v) { int l = 0, h = s.length; while (l < h) { int m = (l + h) >>> 1; if (s[m] < v) l = m + 1; else h = m; } return l; }
  static int upper(double[] s, double v) { int l = 0, h = s.length; while (l < h) { int m = (l + h) >>> 1; if (s[m] <= v) l = m + 1; else h = m; } return l; }
}
