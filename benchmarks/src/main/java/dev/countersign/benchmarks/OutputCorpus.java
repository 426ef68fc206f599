package dev.countersign.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The texts of benchmarks/guard/output, unescaped, with variants. */
final class OutputCorpus {
  private static final int VARIANTS = 8;

  private final Path folder;
  private final OutputMacros macros = new OutputMacros(new Random(20261127));

  OutputCorpus(Path folder) {
    this.folder = folder;
  }

  /** Attacks on a destination, each in several forms. */
  List<String> attacks(String destination) throws IOException {
    Set<String> attacks = new LinkedHashSet<>();
    for (String line : lines("attacks-" + destination + ".txt")) {
      for (int i = 0; i < VARIANTS; i++) {
        String one = macros.expand(line);
        attacks.add(placed(one, destination, i));
      }
    }
    return List.copyOf(attacks);
  }

  /** Where in a longer answer an attack stands, for destinations that take such. */
  private static String placed(String attack, String destination, int variant) {
    boolean document =
        Set.of("markdown", "html", "text", "template", "terminal").contains(destination);
    if (!document) {
      return attack;
    }
    return switch (variant) {
      case 1 -> "Sure, here is the answer.\n\n" + attack;
      case 2 -> "Some text before it.\n\n" + attack + "\n\nAnd some after it, with `code` in it.\n";
      case 3 -> attack + "\n";
      case 4 -> "Text ".repeat(120) + "\n\n" + attack;
      case 5 -> "1. one\n2. two\n\nThe end.\n\n" + attack + "\n\n- a list";
      case 6 -> "```\nx = 1\n```\n\n" + attack;
      default -> attack;
    };
  }

  /** Harmless texts for a destination: each alone, and several of a document as one. */
  List<String> benign(String destination) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : lines("benign-" + destination + ".txt")) {
      lines.add(OutputMacros.unescape(line));
    }
    Set<String> benign = new LinkedHashSet<>(lines);
    boolean document =
        Set.of("markdown", "html", "text", "template", "terminal").contains(destination);
    Random random = new Random(4711);
    for (int i = 0; document && i < 400; i++) {
      StringBuilder answer = new StringBuilder();
      int parts = 2 + random.nextInt(8);
      for (int j = 0; j < parts; j++) {
        answer.append(lines.get(random.nextInt(lines.size()))).append("\n\n");
      }
      benign.add(answer.toString());
    }
    return List.copyOf(benign);
  }

  /** What a system prompt and a canary are here. */
  OutputMacros macros() {
    return macros;
  }

  private List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name))) {
      boolean heading =
          line.startsWith("[")
              && line.endsWith("]")
              && !line.contains("\"")
              && line.matches("\\[[a-z, ]+]");
      if (!line.startsWith("# ") && !heading && !line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
