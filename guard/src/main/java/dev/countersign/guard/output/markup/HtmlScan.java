package dev.countersign.guard.output.markup;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads tags as the tokenizer of WHATWG HTML, 13.2.5, does, and decides about elements and
 * attributes. Elements whose content is read in another way are refused, but for titles.
 */
final class HtmlScan {
  private final String text;
  private final int to;
  private final Findings out;
  private final AddressCheck addresses;
  private final boolean document;
  private boolean inTitle;

  /**
   * For one stretch.
   *
   * @param document whether a tag that does not end goes on in what follows; in Markdown it is text
   */
  HtmlScan(String text, int to, boolean document, AddressCheck addresses, Findings out) {
    this.document = document;
    this.text = text;
    this.to = to;
    this.out = out;
    this.addresses = addresses;
  }

  /**
   * Looks at a {@code <}.
   *
   * @return where its tag or comment ends; -1 if it does not; the next place if it starts neither
   */
  int tag(int at) {
    char next = charAt(at + 1);
    if (letter(next)) {
      return start(at);
    }
    if (next == '/' && letter(charAt(at + 2))) {
      int end = attributes(at, nameEnd(at + 2), "/");
      inTitle &= !text.regionMatches(true, at + 2, "title", 0, 5);
      return end;
    }
    if (inTitle) {
      return at + 1;
    }
    if (text.startsWith("<!--", at)) {
      return comment(at);
    }
    if (text.startsWith("<![CDATA[", at)) {
      bad(
          "markup.element",
          at,
          Math.min(to, at + 9),
          "a CDATA section",
          "parsers do not agree on where it ends");
    }
    boolean bogus = next == '!' || next == '?' || next == '/' && at + 2 < to;
    return bogus ? after(text.indexOf('>', at + 2)) : at + 1;
  }

  private int after(int found) {
    return found < 0 || found >= to ? -1 : found + 1;
  }

  /** 13.2.5.43 and on: a comment may also end at once, and with {@code --!>}. */
  private int comment(int at) {
    if (text.startsWith(">", at + 4)) {
      return at + 5;
    }
    if (text.startsWith("->", at + 4)) {
      return at + 6;
    }
    int i = at + 4;
    while (true) {
      i = text.indexOf("--", i);
      if (i < 0 || i >= to) {
        return -1;
      }
      if (charAt(i + 2) == '>') {
        return i + 3;
      }
      if (charAt(i + 2) == '!' && charAt(i + 3) == '>') {
        return i + 4;
      }
      i++;
    }
  }

  private int start(int at) {
    int nameEnd = nameEnd(at + 1);
    String name = text.substring(at + 1, nameEnd).toLowerCase(Locale.ROOT);
    int end = attributes(at, nameEnd, name);
    int shown = end < 0 ? to : end;
    if (Elements.ACTIVE.contains(name)) {
      out.active(
          "markup.element",
          at,
          shown,
          Decision.REJECT,
          "an element " + name,
          "it runs code, loads, sends or hides something");
    } else if (Elements.DRAWING.contains(name)) {
      out.active(
          "markup.element",
          at,
          shown,
          Decision.FLAG,
          "an element " + name,
          "drawings can hold more than lines");
    } else if (document && !Elements.PLAIN.contains(name) && !name.equals("meta")) {
      out.active(
          "markup.element",
          at,
          shown,
          Decision.FLAG,
          "an element that HTML does not have",
          "what it does is the page's to say");
    }
    inTitle |= name.equals("title");
    return end;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < to
        && i - from < 64
        && !blank(text.charAt(i))
        && text.charAt(i) != '/'
        && text.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  private int attributes(int at, int from, String element) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      i = blank(c) || c == '/' ? i + 1 : attribute(i, element);
      if (i < 0) {
        break;
      }
    }
    dangling(at, element);
    return -1;
  }

  /** What follows on the page would become part of the tag. */
  private void dangling(int at, String element) {
    boolean known =
        Elements.ACTIVE.contains(element)
            || Elements.PLAIN.contains(element)
            || Elements.DRAWING.contains(element);
    if (document && known && text.substring(at, to).indexOf('=') > 0) {
      out.active(
          "markup.unclosed",
          at,
          to,
          Decision.REJECT,
          "a tag that is not closed",
          "what follows on the page becomes part of it");
    }
  }

  private int attribute(int from, String element) {
    int i = from + 1;
    while (i < to && !blank(text.charAt(i)) && "/>=".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    String name = text.substring(from, Math.min(i, from + 64)).toLowerCase(Locale.ROOT);
    int sign = blanks(i);
    if (sign >= to || text.charAt(sign) != '=') {
      decide(element, name, "", false, from, i);
      return i;
    }
    int start = blanks(sign + 1);
    if (start >= to) {
      return -1;
    }
    char quote = text.charAt(start);
    boolean quoted = quote == '"' || quote == '\'';
    int end = quoted ? text.indexOf(quote, start + 1) : unquoted(start);
    boolean open = end < 0 || end >= to && quoted;
    int stop = open ? to : end;
    String value =
        Entities.decode(text.substring(Math.min(stop, quoted ? start + 1 : start), stop));
    decide(element, name, value, true, from, stop);
    return open ? -1 : quoted ? end + 1 : end;
  }

  private int unquoted(int from) {
    int i = from;
    while (i < to && !blank(text.charAt(i)) && text.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  private int blanks(int from) {
    int i = from;
    while (i < to && blank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void decide(
      String element, String name, String value, boolean given, int start, int end) {
    if (name.startsWith("on") && name.length() > 3) {
      bad("markup.handler", start, end, "an event handler", "it runs code");
    } else if (given && Elements.framework(name)) {
      bad(
          "markup.handler",
          start,
          end,
          "an attribute that frameworks of pages run",
          "it runs code");
    } else if (name.equals("style")) {
      Optional<String> danger = Css.danger(value);
      danger.ifPresent(
          what -> bad("markup.style", start, end, what, "styles can load and cover things"));
    } else if (name.equals("srcdoc") || name.equals("http-equiv")) {
      bad(
          "markup.attribute",
          start,
          end,
          "an attribute " + name,
          "it is a page in the page, or moves the page on");
    } else if (name.equals("srcset") || name.equals("imagesrcset")) {
      for (String one : value.split("[,\\s]+", -1)) {
        addresses.check(one.matches("[0-9.]+[wxh]") ? "" : one, start, end, Use.LOADED);
      }
    } else if (Elements.LOADING.contains(name)) {
      addresses.check(value, start, end, Use.LOADED);
    } else if (Elements.FOLLOWED.contains(name)) {
      addresses.check(
          value, start, end, Elements.DRAWING.contains(element) ? Use.LOADED : Use.CLICKED);
    }
  }

  private void bad(String rule, int start, int end, String what, String why) {
    out.active(rule, start, end, Decision.REJECT, what, why);
  }

  private char charAt(int at) {
    return at < to ? text.charAt(at) : '\0';
  }

  static boolean letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
