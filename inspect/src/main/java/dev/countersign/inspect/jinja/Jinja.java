package dev.countersign.inspect.jinja;

import dev.countersign.inspect.Examination;
import java.util.List;

/**
 * What a template of Jinja would reach if it were rendered. Nothing is rendered. A template of a
 * chat loops over messages and joins texts; one that asks for {@code __class__} wants the
 * interpreter that renders it. llama-cpp-python rendered templates without a sandbox
 * (CVE-2024-34359).
 *
 * <p>Names are followed through what hides them: escapes, joined and reversed texts, formats,
 * filters and variables. Where a name cannot be known, asking for it is a finding in itself.
 */
public final class Jinja {
  /** The longest template that is looked into, in characters; real ones have at most 100,000. */
  public static final int LONGEST = 1 << 20;

  private Jinja() {}

  /** Whether a text has what only a template has. */
  public static boolean looksLike(String text) {
    return text.contains("{{") || text.contains("{%");
  }

  /** What a template would reach, by its place in the text; empty for one that is fine. */
  public static List<Gadget> look(String template) {
    return new TemplateLook(template.length() > LONGEST ? template.substring(0, LONGEST) : template)
        .look();
  }

  /**
   * Reports what a template would reach.
   *
   * @param where the place that holds it, in the words of the format, as {@code
   *     tokenizer.chat_template}
   * @param offset of its first byte in the artefact
   */
  public static void report(String template, String where, long offset, Examination examination) {
    for (Gadget gadget : look(template)) {
      examination.report(gadget.rule(), offset, where + ": " + gadget.what());
    }
    if (template.length() > LONGEST) {
      examination.report(JinjaRules.LONG, offset, where);
    }
  }
}
