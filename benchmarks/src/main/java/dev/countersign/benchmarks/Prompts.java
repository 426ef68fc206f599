package dev.countersign.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.countersign.fit.prompt.LeaveOneOut;
import dev.countersign.fit.prompt.PromptTraining;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.Scored;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Trains the classifier of the prompt gate, and measures how good and how fast it is. */
public final class Prompts {
  private static final int CHARACTERS = 900;
  private static final int ROUNDS = 12;
  private static final int TEXTS = 20_000;
  private static final String LETTER =
      """
      Dear customers, our shop moves to the other side of the street in spring. The opening hours \
      stay as they are, and so do the telephone number and the address for parcels. Whoever has \
      ordered something finds it at the new counter, beside the stairs. We look forward to you.
      """;

  private Prompts() {}

  /**
   * Runs one of them.
   *
   * @param args {@code train DATA_DIR FILE}, {@code measure DATA_DIR}, {@code scores DATA_DIR FILE}
   *     or {@code time}
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    switch (args[0]) {
      case "train" ->
          Files.write(
              Path.of(args[2]), PromptTraining.train(Path.of(args[1]), PromptTraining.SEED));
      case "measure" -> out.print(LeaveOneOut.report(Path.of(args[1]), PromptTraining.SEED));
      case "time" -> time(out);
      case "scores" -> scores(Path.of(args[1]), Path.of(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Every decision on each line of each file, with its score to the last bit, to compare. */
  private static void scores(Path data, Path to) throws IOException {
    PromptGate gate = PromptGate.standard();
    try (Stream<Path> files = Files.walk(data);
        BufferedWriter out = Files.newBufferedWriter(to)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
          Scored scored = gate.score(line);
          out.write(Long.toHexString(Double.doubleToLongBits(scored.score())) + " " + scored);
          out.newLine();
        }
      }
    }
  }

  /**
   * CPU time and memory of one text: the median of rounds, after three that warm up. Other
   * processes disturb wall time more.
   */
  private static void time(PrintStream out) {
    String text = LETTER.repeat(4).substring(0, CHARACTERS);
    PromptGate gate = PromptGate.standard();
    double[] micros = new double[ROUNDS];
    double sum = 0;
    long bytes = 0;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < TEXTS; i++) {
        sum += gate.score(text).score();
      }
      micros[round] = (threads.getCurrentThreadCpuTime() - start) / 1e3 / TEXTS;
      bytes = (threads.getCurrentThreadAllocatedBytes() - before) / TEXTS;
    }
    double[] warm = Arrays.copyOfRange(micros, 3, ROUNDS);
    Arrays.sort(warm);
    out.printf(
        "%d characters: %.1f µs of the processor (%.1f to %.1f), %,d bytes; sum %.0f%n",
        CHARACTERS, warm[warm.length / 2], warm[0], warm[warm.length - 1], bytes, sum);
  }
}
