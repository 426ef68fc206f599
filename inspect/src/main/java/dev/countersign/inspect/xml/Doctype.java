package dev.countersign.inspect.xml;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands before the first element.
 *
 * @param doctype the document type as it is written; empty where there is none
 * @param root the name of the first element, without its prefix; empty where none was found
 */
record Doctype(String doctype, String root) {
  private static final int LARGEST = 1 << 16;
  private static final Pattern EXTERNAL =
      Pattern.compile("<!ENTITY\\s[^>]{0,4096}?\\b(?:SYSTEM|PUBLIC)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINITION =
      Pattern.compile(
          "^<!DOCTYPE\\s+[^\\s\\[>]+\\s+(?:SYSTEM|PUBLIC)\\b", Pattern.CASE_INSENSITIVE);

  /** PMML 1 and 2 named their definition there. */
  private static final Pattern OF_PMML =
      Pattern.compile("[\"']https?://(?:www\\.)?dmg\\.org/[\\w./-]*[\"']");

  static Doctype of(Artefact artefact) throws IOException {
    byte[] start = artefact.bytes().copy(0, LARGEST);
    return of(new String(start, Encoding.of(start).charset()));
  }

  private static Doctype of(String text) {
    String doctype = "";
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (text.startsWith("<!", at)) {
        int end = end(text, at);
        doctype = text.substring(at, end);
        at = end;
      } else {
        return new Doctype(doctype, c == '<' ? name(text, at + 1) : "");
      }
    }
    return new Doctype(doctype, "");
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private static int end(String text, int from) {
    int open = 0;
    for (int at = from; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '[', '<' -> open++;
        case ']' -> open--;
        case '>' -> {
          if (--open == 0) {
            return at + 1;
          }
        }
        default -> {}
      }
    }
    return text.length();
  }

  private static String name(String text, int from) {
    int end = from;
    while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(from, end);
    return name.substring(name.indexOf(':') + 1);
  }

  /** Reports what the document type does; nothing where there is none. */
  void tell(Examination examination) {
    if (doctype.isEmpty()) {
      return;
    }
    Optional<Rule> worst =
        EXTERNAL.matcher(doctype).find() || outside()
            ? Optional.of(XmlRules.EXTERNAL)
            : doctype.contains("<!ENTITY") ? Optional.of(XmlRules.ENTITY) : Optional.empty();
    examination.report(worst.orElse(XmlRules.DOCTYPE), 0, doctype);
  }

  private boolean outside() {
    return DEFINITION.matcher(doctype).find() && !OF_PMML.matcher(doctype).find();
  }
}
