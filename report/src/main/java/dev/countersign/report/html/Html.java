package dev.countersign.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * Fills in templates; what cannot be seen in the text that they are given is made visible, and all
 * of it is escaped for where it stands.
 */
public final class Html {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Html.class.getClassLoader(), "dev.countersign.report.templates");

  private Html() {}

  /**
   * Fills in a template.
   *
   * @param template its path below {@code src/main/jte}
   * @param model its one parameter
   */
  public static String of(String template, Object model) {
    StringOutput html = new StringOutput();
    ENGINE.render(template, model, new SafeOutput(html));
    return html.toString();
  }
}
