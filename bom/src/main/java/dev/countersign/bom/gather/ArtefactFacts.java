package dev.countersign.bom.gather;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What artefacts say of themselves, read without loading them. */
final class ArtefactFacts {
  /** Those that become properties of a part; the others have a place of their own. */
  static final List<String> PROPERTIES =
      List.of(
          "name",
          "parameters",
          "tensors",
          "tensor-types",
          "quantisation",
          "opset",
          "context-length",
          "tokenizer",
          "vocabulary",
          "producer",
          "format-version",
          "framework",
          "requirements",
          "classes",
          "features");

  private static final int MOST_FILES = 200;
  private static final int LONGEST = 2_000;
  private static final String TENSORS = "tensors";
  private static final String PARAMETERS = "parameters";

  private final Inspector inspector = Inspector.create();
  private final ElementFiles files;

  ArtefactFacts(ElementFiles files) {
    this.files = files;
  }

  /** The facts of all files of a model: numbers are added up, of others the first one counts. */
  Map<String, String> of(List<Path> paths) {
    Map<String, String> facts = new TreeMap<>();
    if (paths.size() > MOST_FILES) {
      files.note("Only the first %d files of a model were looked into.".formatted(MOST_FILES));
    }
    for (Path path : paths.subList(0, Math.min(MOST_FILES, paths.size()))) {
      inspected(path).forEach((fact, value) -> add(facts, fact.toString(), value));
    }
    return facts;
  }

  private Map<ArtefactFact, String> inspected(Path path) {
    Path folder = path.resolveSibling("").toAbsolutePath();
    try {
      Inspected inspected = inspector.inspect(folder, folder.relativize(path));
      tell(path, inspected);
      return inspected.facts();
    } catch (IOException unreadable) {
      files.note(path.getFileName() + " could not be looked into.");
      return Map.of();
    }
  }

  private void tell(Path path, Inspected inspected) {
    List<Verdict> worse = List.of(Verdict.MALICIOUS, Verdict.SUSPICIOUS);
    if (worse.contains(inspected.verdict())) {
      files.note(
          "%s is %s: countersign inspect says why."
              .formatted(path.getFileName(), inspected.verdict()));
    }
  }

  private static void add(Map<String, String> facts, String key, String value) {
    String kept = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    boolean adds = key.equals(TENSORS) || key.equals(PARAMETERS);
    facts.merge(key, kept, adds ? ArtefactFacts::sum : (first, _) -> first);
  }

  private static String sum(String one, String other) {
    try {
      return Long.toString(Math.addExact(Long.parseLong(one), Long.parseLong(other)));
    } catch (NumberFormatException | ArithmeticException noNumbers) {
      return one;
    }
  }
}
