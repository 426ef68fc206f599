package dev.countersign.benchmarks.input;

import com.sun.management.ThreadMXBean;
import dev.countersign.attest.Subject;
import dev.countersign.fit.input.FitOptions;
import dev.countersign.fit.input.InputFit;
import dev.countersign.fit.input.data.Table;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.input.Input;
import dev.countersign.guard.input.InputGate;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How long one decision takes on one thread, and what it allocates. */
final class DecisionTime {
  private static final int ROWS = 12_000;
  private static final int CLASSES = 10;
  private static final int ROUNDS = 15;
  private static final int DECISIONS = 20_000;

  private DecisionTime() {}

  static void print(int width) throws Exception {
    Random random = new Random(width);
    List<double[]> rows = rows(random, width);
    InputGate gate = gate(rows, width);
    float[][] inputs = new float[512][width];
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < width; j++) {
        inputs[i][j] = (float) rows.get(i)[j];
      }
    }
    Input input = gate.input();
    decide(gate, input, inputs, 3 * DECISIONS);
    double[] micros = new double[ROUNDS];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      // CPU time: other processes of the machine do not count.
      long start = threads.getCurrentThreadCpuTime();
      decide(gate, input, inputs, DECISIONS);
      micros[round] = (threads.getCurrentThreadCpuTime() - start) / 1e3 / DECISIONS;
    }
    double bytes = threads.getCurrentThreadAllocatedBytes() - before;
    Arrays.sort(micros);
    System.out.printf(
        "%d dimensions: %.1f µs of CPU a decision (median of %d rounds; %.1f to %.1f), %.3f bytes allocated%n",
        width,
        micros[ROUNDS / 2],
        ROUNDS,
        micros[0],
        micros[ROUNDS - 1],
        bytes / ROUNDS / DECISIONS);
  }

  private static void decide(InputGate gate, Input input, float[][] inputs, int times) {
    for (int i = 0; i < times; i++) {
      gate.decide(input.clear().vector(inputs[i % inputs.length]));
    }
  }

  /** Ten Gaussian classes on a curved sheet of thirty dimensions, and noise. */
  private static List<double[]> rows(Random random, int width) {
    double[][] mixing = new double[width][30];
    for (double[] row : mixing) {
      Arrays.setAll(row, i -> random.nextGaussian() / 5);
    }
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double[] hidden = new double[30];
      int one = i % CLASSES;
      Arrays.setAll(hidden, k -> random.nextGaussian() + (k % CLASSES == one ? 4 : 0));
      double[] row = new double[width + 1];
      for (int j = 0; j < width; j++) {
        for (int k = 0; k < 30; k++) {
          row[j] += mixing[j][k] * hidden[k];
        }
        row[j] += 0.3 * random.nextGaussian();
      }
      row[width] = one;
      rows.add(row);
    }
    return rows;
  }

  private static InputGate gate(List<double[]> rows, int width) throws Exception {
    List<Table.Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(new Table.Column("x" + i, true, List.of()));
    }
    columns.add(
        new Table.Column(
            "label", false, IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList()));
    var fitted =
        InputFit.of(new Table(columns, rows, rows.size()), FitOptions.usual().labelled("label"));
    return InputGate.withoutModel(
        fitted.profile(
            List.of(Subject.sha256("model", "0".repeat(64))),
            List.of(),
            Instant.EPOCH,
            "benchmark"),
        FailMode.CLOSED);
  }
}
