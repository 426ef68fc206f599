package dev.countersign.benchmarks;

import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.yaml.YamlNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How many of the MITRE ATLAS techniques that were really used against a system are derived from
 * its description. The truth is a file with {@code systems.<name>.expected[].{id,primary}} and
 * {@code systems.<name>.impossible[]}; a sub-technique matches its parent.
 */
final class IncidentRecall {
  private static final int FIRST = 10;
  private static final int PARENT = "AML.T0000".length();

  private record Score(double recall, double recallFirst, int listed, int impossible) {}

  private final Path systems;
  private final YamlNode truth;
  private final Knowledge knowledge = Knowledge.bundled();

  IncidentRecall(Path systems, Path truth) {
    this.systems = systems;
    this.truth = Truth.read(truth);
  }

  void report(PrintStream out) {
    List<Score> scores = new ArrayList<>();
    for (String name : Truth.keys(Truth.get(truth, "systems"))) {
      scores.add(score(name, out));
    }
    int listed = scores.stream().mapToInt(Score::listed).sum();
    int impossible = scores.stream().mapToInt(Score::impossible).sum();
    out.printf(
        Locale.ROOT,
        "%d systems: recall %.3f  recall@%d %.3f  listed %.1f  impossible %.3f%n",
        scores.size(),
        scores.stream().mapToDouble(Score::recall).average().orElse(0),
        FIRST,
        scores.stream().mapToDouble(Score::recallFirst).average().orElse(0),
        (double) listed / scores.size(),
        (double) impossible / Math.max(1, listed));
  }

  private Score score(String name, PrintStream out) {
    YamlNode expected =
        Truth.get(truth, "systems").flatMap(all -> Truth.get(all, name)).orElseThrow();
    Derivation derivation = Truth.derive(systems.resolve(name), knowledge);
    List<String> derived =
        derivation.threats().stream()
            .flatMap(threat -> threat.techniques().stream())
            .distinct()
            .toList();
    List<String> wanted =
        Truth.items(Truth.get(expected, "expected")).stream()
            .filter(entry ->
                Truth.get(entry, "primary").map(Truth::text).filter("true"::equals).isPresent())
            .map(entry -> Truth.get(entry, "id").map(Truth::text).orElse(""))
            .toList();
    Set<String> impossible = new HashSet<>(Truth.texts(Truth.get(expected, "impossible")));
    List<String> lost = wanted.stream().filter(id -> !found(id, derived)).toList();
    Score score =
        new Score(
            share(wanted, derived),
            share(wanted, derived.subList(0, Math.min(FIRST, derived.size()))),
            derived.size(),
            (int) derived.stream().filter(impossible::contains).count());
    out.printf(
        Locale.ROOT,
        "%s  recall %.2f  @%d %.2f  listed %2d  impossible %d  threats %2d  questions %2d%s%n",
        name,
        score.recall(),
        FIRST,
        score.recallFirst(),
        score.listed(),
        score.impossible(),
        derivation.threats().size(),
        derivation.questions().size(),
        lost.isEmpty() ? "" : "  lacks " + String.join(" ", lost));
    return score;
  }

  private static double share(List<String> wanted, List<String> derived) {
    return wanted.isEmpty()
        ? 1
        : wanted.stream().filter(id -> found(id, derived)).count() / (double) wanted.size();
  }

  private static boolean found(String wanted, List<String> derived) {
    return derived.stream().anyMatch(id -> parent(id).equals(parent(wanted)));
  }

  private static String parent(String technique) {
    return technique.substring(0, Math.min(PARENT, technique.length()));
  }
}
