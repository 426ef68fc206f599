package dev.countersign.knowledge.rules;

import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles a folder of rules: every {@code rule.yaml} below it is a family of the pack that the
 * folder is named after.
 */
public final class RulePack {
  /** How many levels below the pack's folder rules may lie: stage and family. */
  private static final int DEPTH = 4;

  private RulePack() {}

  /**
   * Compiles a pack.
   *
   * @param folder the pack
   * @param citations what rules may cite
   * @param controls ids of the controls that rules may name
   * @param problems takes what is wrong, with its place
   * @return the rules in which nothing is wrong, by family id
   */
  public static List<CompiledRule> compile(
      Path folder, Citations citations, Set<String> controls, Problems problems) {
    RuleReader reader =
        new RuleReader(String.valueOf(folder.getFileName()), citations, controls, problems);
    List<CompiledRule> rules = new ArrayList<>();
    Map<String, Path> seen = new HashMap<>();
    for (Path file : files(folder, problems)) {
      reader.read(file).ifPresent(rule -> add(rules, rule, file, seen, problems));
    }
    rules.sort(Comparator.comparing(rule -> rule.family().id()));
    return List.copyOf(rules);
  }

  private static void add(
      List<CompiledRule> rules,
      CompiledRule rule,
      Path file,
      Map<String, Path> seen,
      Problems problems) {
    Path before = seen.putIfAbsent(rule.family().id(), file);
    if (before == null) {
      rules.add(rule);
    } else {
      problems.add(
          "repeated-family",
          Span.start(file.toString()),
          "the family stands in " + before + " too",
          "one folder a family",
          "Rename one of them.");
    }
  }

  private static List<Path> files(Path folder, Problems problems) {
    try (Stream<Path> below = Files.find(folder, DEPTH, (path, _) -> path.endsWith("rule.yaml"))) {
      return below.sorted().toList();
    } catch (IOException failed) {
      problems.add(
          "no-pack",
          Span.start(folder.toString()),
          "the rule pack cannot be read",
          "a folder with a folder for each family",
          "Check the path.");
      return List.of();
    }
  }
}
