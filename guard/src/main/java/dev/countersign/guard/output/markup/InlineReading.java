package dev.countersign.guard.output.markup;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Optional;

/** One reading of inline content: links, pictures, references, tags, bare addresses. */
final class InlineReading {
  private static final int DEEPEST = 64;
  private static final int[] NONE = new int[0];

  private final String text;
  private final int from;
  private final int to;
  private final boolean raw;
  private final boolean skips;
  private final Ticks ticks;
  private final int[] places;
  private final References references;
  private final Findings out;
  private final HtmlScan html;
  private final AddressCheck addresses;
  private int[] brackets = NONE;
  private int depth;
  private boolean whole = true;
  private boolean tagOpen;
  private int work;

  InlineReading(
      String text,
      int from,
      int to,
      boolean raw,
      boolean skips,
      Ticks ticks,
      Signs signs,
      AddressCheck addresses,
      References references,
      Findings out) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.raw = raw;
    this.skips = skips;
    this.ticks = ticks;
    this.places = signs.places();
    this.references = references;
    this.out = out;
    this.html = new HtmlScan(text, to, raw, addresses, out);
    this.addresses = addresses;
  }

  /** Whether nothing was open at the end. */
  boolean whole(boolean closed) {
    int next = from;
    for (int place : places) {
      if (place >= to) {
        break;
      }
      next = place < next ? next : Math.max(place + 1, step(place));
    }
    return closed || whole && depth == 0 && !tagOpen;
  }

  private int step(int i) {
    switch (text.charAt(i)) {
      case '\\' -> {
        return raw ? i + 1 : i + (isTick(i + 1) ? 2 : escaped(i) ? 2 : 1);
      }
      case '`' -> {
        return raw ? i + 1 : code(i);
      }
      case '<' -> {
        return less(i);
      }
      case '[' -> {
        brackets = brackets.length == 0 ? new int[DEEPEST] : brackets;
        brackets[depth % DEEPEST] = i;
        depth = Math.min(depth + 1, DEEPEST);
        return i + 1;
      }
      case ']' -> {
        return closing(i);
      }
      case ':', 'w', 'W' -> {
        return bare(i);
      }
      default -> {
        return i + 1;
      }
    }
  }

  private boolean isTick(int at) {
    return at < to && text.charAt(at) == '`';
  }

  private boolean escaped(int at) {
    return at + 1 < to
        && text.charAt(at + 1) > ' '
        && !Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private int code(int i) {
    int end = ticks.end(i);
    if (end >= 0) {
      return Math.min(end, to);
    }
    int run = i;
    while (isTick(run)) {
      run++;
    }
    whole = false;
    return run;
  }

  private int less(int i) {
    int close = autolinkEnd(i);
    if (close > 0) {
      String written = text.substring(i + 1, close);
      addresses.check(
          written.indexOf('@') > 0 && written.indexOf("://") < 0 ? "" : written,
          i,
          close + 1,
          Use.CLICKED);
      return close + 1;
    }
    if (tagOpen) {
      return i + 1;
    }
    int end = html.tag(i);
    tagOpen = end < 0;
    work += Math.max(1, (tagOpen ? to : end) - i);
    if (work > 8 * (to - from) + 4096) {
      tagOpen = true;
      out.active(
          "markup.tangled",
          i,
          i + 1,
          Decision.REJECT,
          "tags within tags",
          "renderers do not agree on what it is");
    }
    return end < 0 || !skips ? i + 1 : end;
  }

  /** {@code <scheme:…>}, without blanks. */
  private int autolinkEnd(int at) {
    int i = at + 1;
    boolean colon = false;
    while (i < to
        && i - at < 2_000
        && text.charAt(i) > ' '
        && text.charAt(i) != '<'
        && text.charAt(i) != '>') {
      colon |= text.charAt(i) == ':' || text.charAt(i) == '@';
      if (!colon && (text.charAt(i) == '"' || text.charAt(i) == '/' || text.charAt(i) == '=')) {
        return -1;
      }
      i++;
    }
    return colon && i < to && text.charAt(i) == '>' ? i : -1;
  }

  private int closing(int i) {
    if (depth == 0) {
      return i + 1;
    }
    int open = brackets[--depth % DEEPEST];
    boolean picture = open > from && text.charAt(open - 1) == '!';
    char next = i + 1 < to ? text.charAt(i + 1) : '\0';
    if (next == '(') {
      return link(open, i + 2, picture);
    }
    if (next == ':' && lineStart(open)) {
      return definition(open, i);
    }
    if (picture) {
      int end = next == '[' ? text.indexOf(']', i + 2) : -1;
      String label =
          end > i + 2 && end < to ? text.substring(i + 2, end) : text.substring(open + 1, i);
      pictureOf(References.label(label), open - 1, i + 1);
    }
    return i + 1;
  }

  private void pictureOf(String label, int start, int end) {
    Optional<String> address = references.picture(label);
    address.ifPresent(written -> addresses.check(written, start, end, Use.LOADED));
  }

  private int link(int open, int after, boolean picture) {
    int start = blanks(after);
    Target target = Target.at(text, start, to);
    whole &= target.closed();
    String written = target.address();
    addresses.check(
        written, picture ? open - 1 : open, target.end(), picture ? Use.LOADED : Use.CLICKED);
    int close = closingBracket(target.end());
    lenient(open, start, target.end(), close, picture);
    int end = close < 0 ? target.end() : close + 1;
    whole &= close >= 0;
    if (!picture) {
      deceives(open, after - 2, written, end);
    }
    attributes(end);
    return skips ? end : target.end();
  }

  /** Renderers that take blanks, tabs and backslashes in an address as they stand. */
  private void lenient(int open, int start, int end, int close, boolean picture) {
    String raw = text.substring(start, Math.max(end, start));
    String between = close > end ? text.substring(end, close).strip() : "";
    boolean title = between.isEmpty() || "\"'(=".indexOf(between.charAt(0)) >= 0;
    String written = title ? raw : text.substring(start, close);
    if (!title || raw.indexOf('\\') >= 0) {
      addresses.check(written, picture ? open - 1 : open, end, picture ? Use.LOADED : Use.CLICKED);
    }
  }

  private int closingBracket(int at) {
    int i = at;
    while (i < to && i - at < 500) {
      if (text.charAt(i) == ')') {
        return i;
      }
      i++;
    }
    return -1;
  }

  /** A link whose text is an address of another host. */
  private void deceives(int open, int close, String written, int end) {
    String shown = text.substring(open + 1, Math.max(open + 1, close)).strip();
    if (shown.length() < 200 && shown.indexOf("://") > 0 && shown.indexOf(' ') < 0) {
      Address one = Address.of(shown);
      Address other = Address.of(written);
      boolean differ = one.web() && other.web() && !bare(one.host()).equals(bare(other.host()));
      if (differ) {
        out.active(
            "markup.deceiving",
            open,
            end,
            Decision.REJECT,
            "a link whose text is the address of another host",
            "people believe what they read");
      }
    }
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** Attributes in braces, as several renderers take them. */
  private void attributes(int at) {
    int end = at < to && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
    if (end > 0 && end < to && end - at < 500 && handler(text.substring(at, end))) {
      out.active(
          "markup.handler", at, end + 1, Decision.REJECT, "an event handler", "it runs code");
    }
  }

  private static boolean handler(String braces) {
    for (String part : braces.split("[\\s{:]+", -1)) {
      boolean event =
          part.length() > 3 && part.regionMatches(true, 0, "on", 0, 2) && part.indexOf('=') > 0;
      if (event) {
        return true;
      }
    }
    return false;
  }

  private boolean lineStart(int at) {
    int i = at - 1;
    while (i >= from && text.charAt(i) != '\n') {
      if (" \t>-+*.0123456789".indexOf(text.charAt(i)) < 0) {
        return false;
      }
      i--;
    }
    return true;
  }

  private int definition(int open, int close) {
    String label = References.label(text.substring(open + 1, close));
    if (label.startsWith("^")) {
      return close + 2;
    }
    int start = blanks(close + 2);
    if (start >= to) {
      whole = false;
      return close + 2;
    }
    Target target = Target.at(text, start, to);
    boolean loaded = references.define(label, target.address());
    addresses.check(target.address(), open, target.end(), loaded ? Use.LOADED : Use.CLICKED);
    return target.end();
  }

  private int blanks(int at) {
    int i = at;
    while (i < to && HtmlScan.blank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Addresses that stand in the text: GFM, 6.9; of any scheme that has two slashes. */
  private int bare(int i) {
    boolean scheme = text.startsWith("://", i);
    boolean www =
        text.regionMatches(true, i, "www.", 0, 4)
            && (i == from || !Character.isLetterOrDigit(text.charAt(i - 1)));
    if (!scheme && !www) {
      return i + 1;
    }
    int start = i;
    while (scheme && start > from && i - start < 12 && HtmlScan.letter(text.charAt(start - 1))) {
      start--;
    }
    int end = Target.bareEnd(text, i, to);
    String written = (www ? "http://" : "") + text.substring(start, end);
    if (www || written.regionMatches(true, 0, "http", 0, 4)) {
      addresses.check(written, start, end, Use.CLICKED);
    }
    return end;
  }
}
