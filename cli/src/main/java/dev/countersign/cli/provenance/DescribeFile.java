package dev.countersign.cli.provenance;

import dev.countersign.cli.console.Refused;
import dev.countersign.model.ProblemText;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.provenance.Labels;
import dev.countersign.provenance.Source;
import dev.countersign.provenance.TimeRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what people say of a dataset in a YAML file, so that it can be kept and reviewed. */
public final class DescribeFile {
  /** The words for sensitivity, as in the language. */
  public static final List<String> SENSITIVITY =
      List.of("public", "internal", "confidential", "personal", "special-category", "secret");

  private DescribeFile() {}

  /**
   * Reads it.
   *
   * @throws Refused with every problem if something is wrong
   */
  public static Told read(Path file) {
    Problems problems = new Problems();
    Told told =
        YamlFile.read(file, problems).map(root -> told(root, problems)).orElse(Told.NOTHING);
    if (!problems.isEmpty()) {
      throw new Refused(
          file + " cannot be used:\n" + ProblemText.render(problems.sorted()).stripTrailing());
    }
    return told;
  }

  private static Told told(YamlNode root, Problems problems) {
    MapReader map = MapReader.of(root, "what is known of a dataset", problems);
    Told told =
        new Told(
            map.node("sources").map(node -> sources(node, problems)).orElse(List.of()),
            map.text("collected"),
            map.texts("writers"),
            map.node("labels").flatMap(node -> labels(node, problems)),
            map.text("licence"),
            map.word("sensitivity", SENSITIVITY),
            range(map, problems));
    map.done();
    return told;
  }

  private static List<Source> sources(YamlNode node, Problems problems) {
    List<YamlNode> items = node instanceof YamlNode.Sequence(var many, _) ? many : List.of(node);
    List<Source> sources = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
        sources.add(new Source(scalar.text(), Optional.empty(), ""));
      } else {
        MapReader map = MapReader.of(item, "a source", problems);
        map.required("name", "where the files come from")
            .text("name")
            .ifPresent(name ->
                sources.add(new Source(name, map.text("uri"), map.text("under").orElse(""))));
        map.text("uri");
        map.text("under");
        map.done();
      }
    }
    return sources;
  }

  private static Optional<Labels> labels(YamlNode node, Problems problems) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      return Optional.of(new Labels(scalar.text(), List.of()));
    }
    MapReader map = MapReader.of(node, "how labels were made", problems);
    Optional<String> how = map.required("how", "how labels came about").text("how");
    List<String> by = map.texts("by");
    map.done();
    return how.map(text -> new Labels(text, by));
  }

  private static Optional<TimeRange> range(MapReader map, Problems problems) {
    Optional<LocalDate> from = map.date("from");
    Optional<LocalDate> until = map.date("until");
    if (from.isPresent() && until.isPresent() && !until.get().isBefore(from.get())) {
      return Optional.of(new TimeRange(from.get(), until.get()));
    }
    if (from.isPresent() || until.isPresent()) {
      map.node(from.isPresent() ? "from" : "until")
          .ifPresent(node ->
              problems.expected(
                  node, "from and until, in this order", "Give both days, the first first."));
    }
    return Optional.empty();
  }
}
