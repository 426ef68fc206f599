package dev.countersign.assess.supply;

import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The bundled demands; read when somebody first asks for them. */
final class DemandRules {
  private static final String FILE = "demands.yaml";

  private DemandRules() {}

  /** In the order of the file. */
  static List<DemandRule> bundled() {
    return Bundled.RULES;
  }

  /** Initialised by whichever thread asks first; others wait for it. */
  private static final class Bundled {
    static final List<DemandRule> RULES = parse();
  }

  private static List<DemandRule> parse() {
    Problems problems = new Problems();
    List<DemandRule> rules =
        YamlFile.parse(FILE, bytes(), problems).stream()
            .flatMap(tree -> ((YamlNode.Sequence) tree).items().stream())
            .map(item -> rule(MapReader.of(item, "a demand", problems)))
            .toList();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(FILE + ": " + problems.sorted());
    }
    return rules;
  }

  private static DemandRule rule(MapReader map) {
    map.required("on", "kinds of element").required("ask", "what to demand");
    DemandRule rule =
        new DemandRule(
            map.text("control"),
            map.text("title"),
            map.texts("on"),
            map.texts("origins"),
            map.text("ask").orElse(""));
    map.done();
    return rule;
  }

  private static byte[] bytes() {
    try (InputStream in = DemandRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
