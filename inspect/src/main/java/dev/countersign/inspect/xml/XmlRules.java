package dev.countersign.inspect.xml;

import dev.countersign.inspect.Rule;

/** What can be found in XML of any format. */
final class XmlRules {
  private static final String FIX = "Remove the document type: no model needs one.";

  static final Rule EXTERNAL =
      Rule.malicious(
              "xml-external-entity",
              "The document type names an entity or a definition outside of the file.",
              "A reader that follows it reads a file or asks a host, and may hand on what it got.",
              FIX)
          .see("CWE-611");

  static final Rule ENTITY =
      Rule.suspicious(
              "xml-entity",
              "The document type defines entities.",
              "A few of them that name each other expand to gigabytes.",
              FIX)
          .see("CWE-776");

  static final Rule ENCODING =
      Rule.suspicious(
              "xml-encoding",
              "The document is in an encoding that hides its letters.",
              "A reader sees entities that a check of the text does not.",
              "Write it in UTF-8.")
          .see("CWE-611", "CWE-838");

  static final Rule STYLESHEET =
      Rule.suspicious(
              "xml-stylesheet",
              "The document names a style sheet.",
              "A program that shows the document fetches the style sheet and runs what is in it.",
              "Remove the style sheet: no model needs one.")
          .see("CWE-829");

  static final Rule DOCTYPE =
      Rule.note(
          "xml-doctype",
          "A document type.",
          "A reader that allows document types may fetch the definition that it names.",
          FIX);

  private XmlRules() {}
}
