package dev.countersign.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * How the time of the output gate grows: CPU time of one thread, warm, the best of some rounds,
 * which other processes disturb least.
 */
final class OutputTime {
  private static final int[] SIZES = {1_024, 16_384, 262_144};
  private static final int HOSTILE = 65_536;
  private static final int ROUNDS = 6;
  private static final List<String> PIECES =
      List.of(
          "(",
          "[",
          "![",
          "[a](",
          "{",
          "{{",
          "<",
          "<a ",
          "<!--",
          "`",
          "`` ",
          "\"",
          "'",
          "*",
          "_",
          ".",
          "a.",
          "1",
          "1 ",
          "12-34-",
          "0.1.",
          "+1 ",
          "@",
          "a@b.",
          "%",
          "%41",
          "%25",
          "&",
          "&#38;",
          "&amp",
          "\\",
          "\\x41",
          "=",
          "a=",
          "is ",
          "token: ",
          "://",
          "http://a.",
          "//",
          "-",
          "- ",
          "> ",
          "#",
          "|",
          ";",
          "$",
          "$(",
          "${",
          "~",
          "\n",
          "\r\n",
          "\t",
          " ",
          "A",
          "QUFB",
          "eyJ",
          "ghp_",
          "-----BEGIN ",
          "4242 ",
          "GB82 ",
          "\u001b[",
          "\u200B",
          "é",
          "漢",
          "\uD83D\uDE00",
          "select ",
          "or 1=",
          "/*",
          "--",
          "../",
          "a/");

  private final OutputCorpus corpus;
  private final OutputGate gate = GuardOutput.gate();
  private final PrintStream out;

  OutputTime(Path folder, PrintStream out) {
    this.corpus = new OutputCorpus(folder);
    this.out = out;
  }

  /** Prints a line for each destination. */
  void report() throws IOException {
    out.println(
        "                 ns a short value     µs/kB of 1 kB    16 kB   256 kB   B/kB of 16 kB"
            + "   hostile: µs/kB of 8 kB   64 kB  of");
    for (String word : GuardOutput.DESTINATIONS) {
      one(word);
    }
  }

  private void one(String word) throws IOException {
    Destination destination = Destination.of(word).orElseThrow();
    List<String> benign = corpus.benign(word);
    double call = microseconds(benign, destination) * 1000 / benign.size();
    double length = benign.stream().mapToInt(String::length).average().orElseThrow();
    out.printf("%-16s %8.0f of %4.0f", word, call, length);
    for (int size : SIZES) {
      List<String> one = List.of(grown(benign, size, destination));
      out.printf(" %8.1f", microseconds(one, destination) * 1024 / one.get(0).length());
    }
    String text = grown(benign, 16_384, destination);
    out.printf(" %8d", allocated(text, destination) * 1024 / text.length());
    hostile(destination);
  }

  private void hostile(Destination destination) {
    double worst = 0;
    String worstPiece = "";
    for (String piece : PIECES) {
      double time = once(piece.repeat(HOSTILE / piece.length()), destination);
      if (time > worst) {
        worst = time;
        worstPiece = piece;
      }
    }
    String text = worstPiece.repeat(HOSTILE / worstPiece.length());
    out.printf(
        " %8.1f %8.1f  %s%n",
        once(text.substring(0, HOSTILE / 8), destination) * 8192 / HOSTILE,
        once(text, destination) * 1024 / HOSTILE,
        worstPiece.replace("\n", "\\n").replace("\r", "\\r").replace("\u001b", "\\e"));
  }

  /** The better of two calls, since some of these texts once took minutes. */
  private double once(String text, Destination destination) {
    ThreadMXBean threads = threads();
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = threads.getCurrentThreadCpuTime();
      gate.check(text, destination);
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000.0);
    }
    return best;
  }

  /** Harmless texts one after the other until there are enough. */
  private static String grown(List<String> texts, int size, Destination destination) {
    String between = destination.flows() ? "\n\n" : " ";
    StringBuilder grown = new StringBuilder(size);
    for (int i = 0; grown.length() < size; i = (i + 1) % texts.size()) {
      String text = texts.get(i);
      grown.append(text, 0, Math.min(text.length(), size - grown.length())).append(between);
    }
    grown.setLength(size);
    return grown.toString();
  }

  private double microseconds(List<String> inputs, Destination destination) {
    long characters = inputs.stream().mapToLong(String::length).sum();
    int times = (int) Math.max(1, 600_000 / characters);
    double best = Double.MAX_VALUE;
    ThreadMXBean threads = threads();
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        inputs.forEach(input -> gate.check(input, destination));
      }
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000.0 / times);
    }
    return best;
  }

  private long allocated(String text, Destination destination) {
    ThreadMXBean threads = threads();
    long before = threads.getCurrentThreadAllocatedBytes();
    gate.check(text, destination);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static ThreadMXBean threads() {
    return (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
