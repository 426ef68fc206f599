package dev.countersign.benchmarks;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.Hosts;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.guard.output.policy.Reach;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Every decision of the output gate with every finding, one a line, so that two versions of it can
 * be compared with {@code diff}: all texts of all corpora at every destination, and texts made by
 * chance from pieces of them.
 */
final class OutputDecisions {
  private static final long SEED = 20261128;
  private static final int MADE = 20_000;

  private final Path folder;
  private final List<OutputGate> gates = List.of(GuardOutput.gate(), strict());

  OutputDecisions(Path folder) {
    this.folder = folder;
  }

  /** Writes them to a file and gives how many there are. */
  int write(Path to) throws IOException {
    List<String> texts = new ArrayList<>(corpora());
    int made = texts.size() + MADE;
    Random random = new Random(SEED);
    while (texts.size() < made) {
      texts.add(made(texts, random));
    }
    int lines = 0;
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      for (String text : texts) {
        for (Destination destination : Destination.values()) {
          for (OutputGate gate : gates) {
            out.write(shown(gate.check(text, destination), destination));
            out.newLine();
            lines++;
          }
        }
      }
    }
    return lines;
  }

  private Set<String> corpora() throws IOException {
    OutputCorpus corpus = new OutputCorpus(folder);
    Set<String> texts = new LinkedHashSet<>();
    for (String word : GuardOutput.DESTINATIONS) {
      texts.addAll(corpus.attacks(word));
      texts.addAll(corpus.benign(word));
    }
    return texts;
  }

  /** Two pieces of texts with something between them, and some characters changed. */
  private static String made(List<String> texts, Random random) {
    StringBuilder made = new StringBuilder(piece(texts, random));
    made.append(List.of("", " ", "\n", "\n\n", "\"", "|", "é", "\u200B").get(random.nextInt(8)));
    made.append(piece(texts, random));
    for (int i = random.nextInt(4); i > 0 && !made.isEmpty(); i--) {
      int at = random.nextInt(made.length());
      made.setCharAt(at, "0 :=\n<([`'\"\\%&@-+.5aA\u00A0\uFF1D".charAt(random.nextInt(23)));
    }
    return made.toString();
  }

  private static String piece(List<String> texts, Random random) {
    String text = texts.get(random.nextInt(texts.size()));
    int start = random.nextBoolean() ? 0 : random.nextInt(text.length() + 1);
    int end = random.nextBoolean() ? text.length() : start + random.nextInt(200);
    return text.substring(start, Math.min(text.length(), end));
  }

  /** As the usual policy, with everything listed that can be. */
  private static OutputGate strict() {
    DestinationPolicy usual = DestinationPolicy.usual();
    DestinationPolicy strict =
        new DestinationPolicy(
            new Hosts(List.of("docs.python.org", "*.example.com")),
            Reach.NONE,
            Reach.LISTED,
            Map.of(),
            usual.maxLength(),
            usual.fail(),
            usual.schema(),
            List.of("ls", "grep", "cat"),
            List.of("orders", "users"),
            usual.numbers());
    return OutputGate.of(new OutputPolicy(Map.of(), strict, List.of(OutputMacros.CANARY)));
  }

  private static String shown(Checked checked, Destination destination) {
    String all = checked.decision() == Decision.ACCEPT ? "" : checked.toString();
    StringBuilder line = new StringBuilder(destination.word()).append(' ');
    for (char c : (checked.decision() + " " + all).toCharArray()) {
      line.append(c >= ' ' && c < 127 ? String.valueOf(c) : "\\u" + Integer.toHexString(c));
    }
    return line.toString();
  }
}
