package dev.countersign.report.html;

import dev.countersign.model.SafeText;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * Makes what cannot be seen visible before it is escaped: text that a template is given may hold
 * controls that make a line read differently from what it says.
 */
final class SafeOutput extends OwaspHtmlTemplateOutput {
  SafeOutput(TemplateOutput output) {
    super(output);
  }

  @Override
  public void writeUserContent(String text) {
    super.writeUserContent(SafeText.of(text));
  }
}
