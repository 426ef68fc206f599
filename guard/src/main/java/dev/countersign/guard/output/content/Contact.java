package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Set;

/** Addresses for e-mail, and telephone numbers. */
final class Contact {
  /** RFC 2606 reserves these for documentation. */
  private static final Set<String> RESERVED =
      Set.of("example.com", "example.org", "example.net", "example.edu");

  /** How many of the last groups of a number may be something else. */
  private static final int MORE_GROUPS = 2;

  private Contact() {}

  /** Looks at an at sign. */
  static void email(String text, int at, int to, Decision decision, Findings out) {
    int start = at;
    while (start > 0 && at - start < 64 && local(text.charAt(start - 1))) {
      start--;
    }
    int end = at + 1;
    int dot = -1;
    while (end < to
        && end - at < 255
        && (Chars.word(text.charAt(end)) || text.charAt(end) == '.')) {
      dot = text.charAt(end) == '.' && Chars.letter(Chars.at(text, end + 1)) ? end : dot;
      end++;
    }
    while (end > at && text.charAt(end - 1) == '.') {
      end--;
    }
    boolean address = start < at && dot > at + 1 && end - dot > 2;
    if (address && !RESERVED.contains(domain(text, at, end))) {
      out.content(
          "personal.email", start, end, decision, "an e-mail address", "it is a person's, perhaps");
    }
  }

  private static String domain(String text, int at, int end) {
    return text.substring(at + 1, end).toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean local(char c) {
    return Chars.word(c) || c == '.' || c == '+' || c == '%';
  }

  /**
   * Looks at what starts with a plus sign, a bracket or a zero.
   *
   * @return where a number ends; the next place if there is none, since what looked like one may
   *     hold a number of another kind
   */
  static int phone(
      String text, int start, int to, PhoneCandidates candidates, Decision decision, Findings out) {
    int end = start;
    int digits = 0;
    while (end < to && end - start < 24 && phoneChar(text.charAt(end))) {
      digits += Chars.digit(text.charAt(end)) ? 1 : 0;
      end++;
    }
    while (end > start && !Chars.digit(text.charAt(end - 1))) {
      end--;
    }
    boolean alone = !Chars.alnum(Chars.at(text, end)) && !Chars.alnum(Chars.at(text, start - 1));
    if (alone && digits >= 8 && decision != Decision.ACCEPT) {
      return number(text, start, end, digits, candidates, decision, out);
    }
    return start + 1;
  }

  /** Where the longest of it ends that is one, without at most {@value #MORE_GROUPS} groups. */
  private static int number(
      String text,
      int start,
      int longest,
      int digitsOfLongest,
      PhoneCandidates candidates,
      Decision decision,
      Findings out) {
    int end = longest;
    int digits = digitsOfLongest;
    for (int i = 0; i <= MORE_GROUPS && digits >= 8; i++) {
      if (digits <= 15 && candidates.isPhoneNumber(text.substring(start, end))) {
        out.content(
            "personal.phone",
            start,
            end,
            decision,
            "a telephone number",
            "it is a person's, perhaps");
        return end;
      }
      while (end > start && Chars.digit(text.charAt(end - 1))) {
        end--;
        digits--;
      }
      if (Chars.at(text, end - 1) != ' ') {
        break;
      }
      while (end > start && !Chars.digit(text.charAt(end - 1))) {
        end--;
      }
    }
    return start + 1;
  }

  /** Looks at three digits, three and four, as they are written in North America. */
  static void threeGroups(
      String text, int start, int to, PhoneCandidates candidates, Decision decision, Findings out) {
    int end = start + 12;
    boolean shaped = end <= to && decision != Decision.ACCEPT;
    for (int i = 0; shaped && i < 12; i++) {
      char c = text.charAt(start + i);
      shaped =
          i == 3 ? c == '-' || c == '.' : i == 7 ? c == text.charAt(start + 3) : Chars.digit(c);
    }
    char after = Chars.at(text, end);
    char before = Chars.at(text, start - 1);
    boolean alone = !Chars.word(after) && !Chars.word(before) && before != '.';
    if (shaped && alone) {
      number(text, start, end, 10, candidates, decision, out);
    }
  }

  private static boolean phoneChar(char c) {
    return Chars.digit(c) || " +-().".indexOf(c) >= 0;
  }
}
