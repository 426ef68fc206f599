package dev.countersign.benchmarks.guard.tool;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * The CPU time of one decision, which other processes on the machine disturb less than they disturb
 * its wall time; {@link ToolDecision} is the same by JMH.
 */
public final class DecisionTime {
  private static final int ROUNDS = 12;
  private static final int CALLS = 5_000;

  private DecisionTime() {}

  /** Prints the median of the later half of the rounds. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ToolDecision decision = new ToolDecision();
    decision.conversation();
    out.printf(
        Locale.ROOT,
        "CPU time in a conversation of 100 messages: values found %.1f us, composed %.1f us; a"
            + " result of 1.5 kB taken in %.1f us%n",
        measured(() -> decision.found().reasons().size()),
        measured(() -> decision.composed().reasons().size()),
        measured(() -> decision.append().hashCode()));
  }

  private static double measured(IntSupplier call) {
    double[] rounds = new double[ROUNDS];
    int kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < CALLS; i++) {
        kept += call.getAsInt();
      }
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      rounds[round] = (end - start) / 1e3 / CALLS + (kept == Integer.MIN_VALUE ? 1 : 0);
    }
    double[] later = java.util.Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
    java.util.Arrays.sort(later);
    return later[later.length / 2];
  }
}
