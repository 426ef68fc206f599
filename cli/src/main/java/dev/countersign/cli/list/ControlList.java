package dev.countersign.cli.list;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The controls by the stage at which they act. */
public final class ControlList {
  private static final int INDENT = 2;
  private static final int TITLE = 26;

  private ControlList() {}

  /** One line a control. */
  public static String text(Knowledge knowledge, Terminal terminal) {
    Page page = new Page(terminal);
    Collection<Control> controls = knowledge.controls();
    page.line(controls.size() + " controls");
    for (Stage stage : Stage.values()) {
      page.blank().line(Line.of(Style.STRONG, stage.title().toUpperCase(Locale.ROOT)));
      controls.stream().filter(control -> control.stage() == stage).forEach(c -> row(page, c));
    }
    page.blank().line(Line.of(Style.FAINT, "More: ").whole(Style.NAME, "countersign explain ID"));
    return page.toString();
  }

  private static void row(Page page, Control control) {
    List<String> kinds = control.on().stream().sorted().map(ElementKind::word).toList();
    page.labelled(
        INDENT,
        Line.of(Style.NAME, control.id()),
        TITLE,
        Line.of(control.title()).add(Style.FAINT, " (" + String.join(", ", kinds) + ")"));
  }
}
