package dev.countersign.benchmarks;

import dev.countersign.derive.Derivation;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.yaml.YamlNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How many of the attacks of NIST AI 100-2e2025 that a system's facts make possible are derived,
 * and how many of those that its facts rule out.
 */
final class TrainingSide {
  private final Path systems;
  private final Knowledge knowledge = Knowledge.bundled();
  private int expected;
  private int found;
  private int ruledOut;
  private int wrong;

  TrainingSide(Path systems) {
    this.systems = systems;
  }

  void report(PrintStream out) throws IOException {
    for (Path folder : folders()) {
      score(folder, out);
    }
    out.printf(
        Locale.ROOT,
        "expected and derived %d of %d (%.3f)  ruled out and derived all the same %d of %d%n",
        found,
        expected,
        (double) found / expected,
        wrong,
        ruledOut);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> list = Files.list(systems)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void score(Path folder, PrintStream out) {
    YamlNode truth = Truth.read(folder.resolve("expected.yaml"));
    Derivation derivation = Truth.derive(folder, knowledge);
    Set<String> derived = new TreeSet<>();
    derivation.threats().forEach(threat -> add(threat, derived));
    List<String> wanted = new ArrayList<>(Truth.keys(Truth.get(truth, "expected")));
    wanted.addAll(Truth.texts(Truth.get(truth, "families")));
    List<String> impossible = Truth.keys(Truth.get(truth, "impossible"));
    List<String> lost = wanted.stream().filter(id -> !derived.contains(id)).toList();
    List<String> invented = impossible.stream().filter(derived::contains).toList();
    expected += wanted.size();
    found += wanted.size() - lost.size();
    ruledOut += impossible.size();
    wrong += invented.size();
    out.printf(
        Locale.ROOT,
        "%-20s expected %d  lost %s  ruled out %d  derived all the same %s%n",
        folder.getFileName(),
        wanted.size(),
        lost,
        impossible.size(),
        invented);
  }

  private static void add(Threat threat, Set<String> derived) {
    derived.add(threat.family().id());
    derived.addAll(threat.family().references());
  }
}
