package dev.countersign.inspect.jinja;

import dev.countersign.inspect.Rule;

/** What can be found in templates. */
final class JinjaRules {
  private static final String FIX =
      "Do not render it. Take the template from the model's first publisher, and render only in a"
          + " sandbox.";

  static final Rule ESCAPE =
      Rule.malicious(
              "jinja-escape",
              "The template reaches into the program that renders it.",
              "Rendered without a sandbox, it runs any code; in a sandbox it fails, or uses a hole"
                  + " in it.",
              FIX)
          .see("CVE-2024-34359", "CWE-1336");

  static final Rule CALL =
      Rule.malicious(
              "jinja-call",
              "The template calls what runs commands or code, or opens files.",
              "Rendered by a program that offers the function, it runs.",
              FIX)
          .see("CVE-2024-34359", "CWE-1336");

  static final Rule DYNAMIC =
      Rule.suspicious(
              "jinja-dynamic",
              "The template makes up the name of an attribute while it is rendered.",
              "Which attribute it reaches cannot be read from it; no template of a chat does so.",
              FIX)
          .see("CWE-1336");

  static final Rule INCLUDE =
      Rule.suspicious(
              "jinja-include",
              "The template takes in another template.",
              "Where the program that renders it has a loader, it reads that file.",
              "Put all of the template into one text.")
          .see("CWE-829");

  static final Rule ENDLESS =
      Rule.suspicious(
              "jinja-endless",
              "The template repeats something millions of times.",
              "Rendering it takes all time or memory there is.",
              FIX)
          .see("CWE-400");

  static final Rule TEXT =
      Rule.suspicious(
              "jinja-text",
              "The template writes what does not belong into a chat.",
              "A model reads it with every message, and its user may get it back.",
              FIX)
          .see("CWE-94");

  static final Rule LONG =
      Rule.suspicious(
              "jinja-long",
              "The template is longer than any real one; its end was not looked at.",
              "What stands at its end is unknown.",
              FIX)
          .see("CWE-400");

  private JinjaRules() {}
}
