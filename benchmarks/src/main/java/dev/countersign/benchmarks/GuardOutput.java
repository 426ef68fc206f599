package dev.countersign.benchmarks;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.Hosts;
import dev.countersign.guard.output.policy.OutputPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of the output gate: attacks stopped, harmless texts stopped, and time. */
final class GuardOutput {
  static final List<String> DESTINATIONS =
      List.of(
          "markdown",
          "html",
          "sql",
          "sql-value",
          "shell",
          "shell-command",
          "path",
          "template",
          "log",
          "terminal",
          "cell",
          "url",
          "json",
          "text");

  private final Path folder;
  private final OutputCorpus corpus;
  private final PrintStream out;
  private final boolean misses;
  private final OutputGate gate;
  private int attacks;
  private int stopped;
  private int benign;
  private int wrong;

  GuardOutput(Path folder, boolean misses, PrintStream out) {
    this.folder = folder;
    this.corpus = new OutputCorpus(folder);
    this.misses = misses;
    this.out = out;
    this.gate = gate();
  }

  /** With a host that is listed, a system prompt and a canary. */
  static OutputGate gate() {
    DestinationPolicy listed =
        DestinationPolicy.usual().with(new Hosts(List.of("docs.python.org")));
    return OutputGate.of(new OutputPolicy(Map.of(), listed, List.of()))
        .guarding(OutputMacros.PROMPT, OutputMacros.CANARY);
  }

  /** Prints a line for each destination, and with {@code misses} what went wrong. */
  void report() throws IOException {
    out.println(
        "                 attacks  rejected  neutralised  stopped   benign  rejected         "
            + " µs/kB");
    for (String word : DESTINATIONS) {
      one(word);
    }
    numbers();
    out.printf(
        "all              %7d %29.2f %% %8d %8.2f %%%n",
        attacks, 100.0 * stopped / attacks, benign, 100.0 * wrong / benign);
  }

  /** Each output by the policy that it is for. */
  private void numbers() throws IOException {
    NumbersCorpus numbers = new NumbersCorpus(folder);
    List<NumbersCorpus.Output> bad = numbers.attacks();
    List<NumbersCorpus.Output> good = numbers.benign();
    int rejected = 0;
    for (NumbersCorpus.Output one : bad) {
      boolean reject = numbers.rejected(one);
      rejected += reject ? 1 : 0;
      if (misses && !reject) {
        out.println("  missed numbers: " + one.policy() + " " + shown(one.text()));
      }
    }
    int refused = 0;
    for (NumbersCorpus.Output one : good) {
      boolean reject = numbers.rejected(one);
      refused += reject ? 1 : 0;
      if (misses && reject) {
        out.println("  refused numbers: " + one.policy() + " " + shown(one.text()));
      }
    }
    attacks += bad.size();
    stopped += rejected;
    benign += good.size();
    wrong += refused;
    List<String> texts = good.stream().map(NumbersCorpus.Output::text).toList();
    out.printf(
        "%-16s %7d %9d %12d %7.2f %% %7d %8d %6.2f %% %8.1f   seed %d%n",
        "numbers",
        bad.size(),
        rejected,
        0,
        100.0 * rejected / bad.size(),
        good.size(),
        refused,
        100.0 * refused / good.size(),
        microseconds(texts, Destination.NUMBERS),
        NumbersCorpus.SEED);
  }

  private void one(String word) throws IOException {
    Destination destination = Destination.of(word).orElseThrow();
    List<String> bad = corpus.attacks(word);
    List<String> good = corpus.benign(word);
    int rejected = 0;
    int neutralised = 0;
    for (String attack : bad) {
      Checked checked = gate.check(attack, destination);
      boolean encodes =
          checked
              .encoded()
              .filter(safe -> !safe.equals(attack) && accepts(safe, destination))
              .isPresent();
      if (checked.decision() == Decision.REJECT) {
        rejected++;
      } else if (checked.decision() == Decision.FLAG && encodes) {
        neutralised++;
      } else if (misses) {
        out.println("  missed " + word + ": " + shown(attack));
      }
    }
    List<String> refused = new ArrayList<>();
    for (String text : good) {
      Checked checked = gate.check(text, destination);
      if (checked.decision() == Decision.REJECT) {
        refused.add(text);
        if (misses) {
          out.println("  refused " + word + ": " + shown(text) + "\n    " + checked.findings());
        }
      }
    }
    attacks += bad.size();
    stopped += rejected + neutralised;
    benign += good.size();
    wrong += refused.size();
    out.printf(
        "%-16s %7d %9d %12d %7.2f %% %7d %8d %6.2f %% %8.1f%n",
        word,
        bad.size(),
        rejected,
        neutralised,
        100.0 * (rejected + neutralised) / bad.size(),
        good.size(),
        refused.size(),
        100.0 * refused.size() / good.size(),
        microseconds(good, destination));
  }

  private boolean accepts(String text, Destination destination) {
    return gate.check(text, destination).decision() != Decision.REJECT
        || destination == Destination.SHELL
        || destination == Destination.SQL_VALUE;
  }

  /**
   * CPU time of the thread, warm, on harmless texts, joined to at least 4 kB where the destination
   * takes documents.
   */
  private double microseconds(List<String> texts, Destination destination) {
    List<String> inputs = new ArrayList<>(texts);
    if (destination.flows()) {
      inputs = List.of(String.join("\n\n", texts.subList(0, Math.min(60, texts.size()))));
    }
    long characters = inputs.stream().mapToLong(String::length).sum();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long start = threads.getCurrentThreadCpuTime();
      long done = 0;
      while (done < 1_500_000) {
        for (String input : inputs) {
          gate.check(input, destination);
        }
        done += characters;
      }
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000.0 / (done / 1024.0));
    }
    return best;
  }

  private static String shown(String text) {
    String line = text.replace("\n", "\\n").replace("\r", "\\r").replace("\u001b", "\\e");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
