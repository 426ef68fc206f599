package dev.countersign.cli;

import static java.util.stream.Collectors.joining;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes the pages about families and controls from the bundled knowledge, as Markdown. */
final class KnowledgePages {
  private final Knowledge knowledge = Knowledge.bundled();
  private final StringBuilder page = new StringBuilder();

  private KnowledgePages() {}

  /** The families: a table for each stage, then each family. */
  static String families() {
    KnowledgePages pages = new KnowledgePages();
    for (Stage stage : Stage.values()) {
      pages.families(stage);
    }
    return pages.page.toString();
  }

  /** The controls: a table for each stage, then each control. */
  static String controls() {
    KnowledgePages pages = new KnowledgePages();
    for (Stage stage : Stage.values()) {
      pages.controls(stage);
    }
    return pages.page.toString();
  }

  private void families(Stage stage) {
    List<Family> families =
        knowledge.families().stream().filter(family -> family.stage() == stage).toList();
    page.append("\n## ").append(stage.title()).append("\n\n");
    page.append("| family | title | on | effort | harm | techniques | controls |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    families.forEach(this::row);
    families.forEach(this::describe);
  }

  private void row(Family family) {
    row(
        link(family.id()),
        family.title() + (family.classic() ? " (STRIDE)" : ""),
        family.on().word(),
        word(family.effort()),
        word(family.harm()),
        String.join(", ", family.techniques()),
        links("controls.md", family.controls()));
  }

  private void describe(Family family) {
    page.append("\n### ").append(family.id()).append("\n\n");
    page.append(family.title()).append(". ").append(family.explanation()).append("\n\n");
    page.append("In other catalogues: ")
        .append(String.join(", ", family.references()))
        .append(".\n");
  }

  private void controls(Stage stage) {
    List<Control> controls =
        knowledge.controls().stream().filter(control -> control.stage() == stage).toList();
    page.append("\n## ").append(stage.title()).append("\n\n");
    page.append("| control | title | on | proven by | stops |\n|---|---|---|---|---|\n");
    controls.forEach(this::row);
    controls.forEach(this::describe);
  }

  private void row(Control control) {
    row(
        link(control.id()),
        control.title(),
        kinds(control.on()),
        String.join(", ", control.evidence()),
        links("families.md", control.stops()));
  }

  private void describe(Control control) {
    page.append("\n### ").append(control.id()).append("\n\n");
    page.append(control.title()).append(". ").append(control.does()).append("\n\n");
    page.append("In public catalogues: ")
        .append(String.join(", ", control.references()))
        .append(".\n");
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String link(String id) {
    return "[%s](#%s)".formatted(id, id);
  }

  private static String links(String file, Collection<String> ids) {
    return ids.stream().map(id -> "[%s](%s#%s)".formatted(id, file, id)).collect(joining(", "));
  }

  private static String kinds(Collection<ElementKind> kinds) {
    return Arrays.stream(ElementKind.values())
        .filter(kinds::contains)
        .map(ElementKind::word)
        .collect(joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
