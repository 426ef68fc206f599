package dev.countersign.model.read;

import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Vocabulary;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.Span;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the sections of one file: the top-level keys. */
final class Sections {
  private static final Map<String, ElementKind> KINDS = kinds();

  private final Draft draft;
  private final Problems problems;
  private final boolean main;
  private final FactBinder facts;

  /**
   * Prepares to read.
   *
   * @param main whether it is the main file, which says the version and describes the system
   */
  Sections(Draft draft, boolean main) {
    this.draft = draft;
    this.problems = draft.problems;
    this.main = main;
    this.facts = new FactBinder(draft.problems, draft.references);
  }

  /** Reads a file into the draft and returns what it includes. */
  List<Scalar> bind(Mapping file) {
    List<Scalar> includes = new ArrayList<>();
    for (Entry section : file.entries()) {
      bind(section, includes);
    }
    if (main) {
      require(file, "countersign", "1, the version of the language");
      require(file, "system", "a section that says what the system is for");
    }
    return includes;
  }

  private void bind(Entry section, List<Scalar> includes) {
    YamlNode value = section.value();
    ElementKind kind = KINDS.get(section.key().text());
    if (kind != null) {
      new Elements(draft, facts, Vocabulary.of(kind)).bind(value);
      return;
    }
    switch (section.key().text()) {
      case "countersign" -> version(section);
      case "include" -> includes.addAll(MapReader.scalars(value, problems));
      case "system" -> system(section);
      case "controls" -> new Controls(draft).bind(value);
      case "resolutions" -> new Resolutions(draft, facts).bind(value);
      case "assumptions" -> new Assumptions(draft, facts).bind(value);
      default -> unknown(section);
    }
  }

  private void version(Entry section) {
    if (!main) {
      onlyInMain(section.key().span(), "countersign");
    } else if (!(section.value() instanceof Scalar version && version.text().equals("1"))) {
      problems.expected(
          section.value(), "1", "This is the version of the language; only 1 is known here.");
    }
  }

  private void system(Entry section) {
    if (main) {
      new SystemSection(draft, facts).bind(section);
    } else {
      onlyInMain(section.key().span(), "system");
    }
  }

  private void onlyInMain(Span at, String key) {
    problems.add(
        "not-in-include",
        at,
        "an included file has no '" + key + "'",
        "the other sections only",
        "Remove it here; the file that includes this one has it.");
  }

  private void unknown(Entry section) {
    problems.unknownKey(section.key(), names());
    // What a misspelt section declares is there, so that not every reference to it is reported too.
    if (section.value() instanceof Mapping map) {
      map.entries().forEach(entry -> draft.references.perhaps(entry.key().text()));
    }
  }

  private void require(Mapping file, String key, String meaning) {
    if (file.get(key).isEmpty()) {
      problems.missingKey(file.span(), key, meaning);
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (main) {
      names.add("countersign");
      names.add("system");
    }
    names.add("include");
    for (ElementKind kind : ElementKind.values()) {
      names.add(kind.section());
    }
    names.addAll(List.of("controls", "resolutions", "assumptions"));
    return names;
  }

  private static Map<String, ElementKind> kinds() {
    Map<String, ElementKind> kinds = new HashMap<>();
    for (ElementKind kind : ElementKind.values()) {
      kinds.put(kind.section(), kind);
    }
    return kinds;
  }
}
