package dev.countersign.knowledge.control;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one control. */
final class ControlReader {
  /** The kinds of evidence that there are. */
  static final List<String> EVIDENCE =
      List.of(
          "document",
          "model-signature",
          "dataset-provenance",
          "training-provenance",
          "artefact-scan",
          "ai-bom",
          "input-gate",
          "prompt-gate",
          "output-gate",
          "tool-gate",
          "inference-monitoring",
          "attestation",
          "sign-off");

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Map<String, ElementKind> KINDS = kinds();

  private final Entry entry;
  private final MapReader map;
  private final Problems problems;

  private ControlReader(Entry entry, Problems problems) {
    this.entry = entry;
    this.map = MapReader.of(entry.value(), "a control", problems);
    this.problems = problems;
  }

  static Control read(Entry entry, Stage stage, Problems problems) {
    return new ControlReader(entry, problems).control(stage);
  }

  private Control control(Stage stage) {
    Control control =
        new Control(
            id(),
            map.required("title", "two to five words").text("title").orElse(""),
            map.required("does", "what it is and what it stops").text("does").orElse(""),
            stage,
            on(),
            List.of(),
            evidence(),
            List.copyOf(
                distinct(map.required("references", "ids in catalogues").scalars("references"))));
    map.done();
    return control;
  }

  private String id() {
    String id = entry.key().text();
    if (!ID.matcher(id).matches()) {
      problems.expected(entry.key(), "an id of a-z, 0-9 and '-'", "Write it like 'model-signing'.");
    }
    return id;
  }

  private Set<ElementKind> on() {
    Set<ElementKind> on = EnumSet.noneOf(ElementKind.class);
    for (Scalar word : map.required("on", "kinds of element").scalars("on")) {
      if (KINDS.containsKey(word.text())) {
        on.add(KINDS.get(word.text()));
      } else {
        problems.unknownWord(word, KINDS.keySet(), "remove it");
      }
    }
    return on;
  }

  private List<String> evidence() {
    List<Scalar> words = map.required("evidence", "kinds of evidence").scalars("evidence");
    for (Scalar word : words) {
      if (!EVIDENCE.contains(word.text())) {
        problems.unknownWord(word, EVIDENCE, "remove it");
      }
    }
    return List.copyOf(distinct(words));
  }

  private Set<String> distinct(List<Scalar> words) {
    Set<String> seen = new LinkedHashSet<>();
    for (Scalar word : words) {
      if (!seen.add(word.text())) {
        problems.expected(word, "each word once", "Remove the repetition.");
      }
    }
    return seen;
  }

  private static Map<String, ElementKind> kinds() {
    Map<String, ElementKind> kinds = new LinkedHashMap<>();
    for (ElementKind kind : ElementKind.values()) {
      kinds.put(kind.word(), kind);
    }
    return kinds;
  }
}
