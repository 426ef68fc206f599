package dev.countersign.cli.list;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.Stage;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Families of attacks by stage. */
public final class RuleList {
  private static final int INDENT = 2;
  private static final int TITLE = 34;

  private RuleList() {}

  /** One line a family. */
  public static String text(Knowledge knowledge, Terminal terminal) {
    Page page = new Page(terminal);
    List<Family> families = knowledge.families();
    page.line(families.size() + " families of attacks");
    for (Stage stage : Stage.values()) {
      page.blank().line(Line.of(Style.STRONG, stage.title().toUpperCase(Locale.ROOT)));
      families.stream().filter(family -> family.stage() == stage).forEach(f -> row(page, f));
    }
    page.blank().line(Line.of(Style.FAINT, "More: ").whole(Style.NAME, "countersign explain ID"));
    return page.toString();
  }

  /** All families, or the one of that id, with everything that is known. */
  public static String json(Knowledge knowledge, @Nullable String id) {
    List<Family> families =
        knowledge.families().stream().filter(f -> id == null || f.id().equals(id)).toList();
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("digest", knowledge.digest());
      JsonText.objects(json, "families", families, family -> write(json, family));
      json.writeEndObject();
    });
  }

  private static void row(Page page, Family family) {
    Line title = Line.of(family.title()).add(Style.FAINT, " (" + family.on().word() + ")");
    if (family.classic()) {
      title.add(Style.FAINT, " STRIDE");
    }
    page.labelled(INDENT, Line.of(Style.NAME, family.id()), TITLE, title);
  }

  private static void write(JsonGenerator json, Family family) {
    json.writeStringProperty("id", family.id());
    json.writeStringProperty("pack", family.pack());
    json.writeStringProperty("title", family.title());
    json.writeStringProperty("explanation", family.explanation());
    json.writeStringProperty("stage", family.stage().word());
    json.writeStringProperty("on", family.on().word());
    json.writeBooleanProperty("classic", family.classic());
    json.writeStringProperty("effort", family.effort().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("harm", family.harm().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("when", family.when());
    JsonText.strings(json, "techniques", family.techniques());
    JsonText.strings(json, "references", family.references());
    JsonText.strings(json, "controls", family.controls());
    JsonText.strings(json, "precedents", family.precedents().stream().map(Precedent::id).toList());
  }
}
