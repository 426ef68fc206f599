package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.DestinationPolicy;

/**
 * Looks for content that no destination should get, through a text that comes in stretches. Linear:
 * each character is looked at once, and a bounded number of times more where something starts. Not
 * for use by several threads.
 */
public final class ContentCheck {
  private static final int DEEPEST = 3;

  private final DestinationPolicy policy;
  private final LeakIndex index;
  private final LeakWatch leaks;
  private final PhoneCandidates candidates;
  private final int depth;

  private ContentCheck(
      DestinationPolicy policy, LeakIndex index, PhoneCandidates candidates, int depth) {
    this.policy = policy;
    this.index = index;
    this.leaks = new LeakWatch(index);
    this.candidates = candidates;
    this.depth = depth;
  }

  /** For one text. */
  public static ContentCheck of(DestinationPolicy policy, LeakIndex index) {
    return new ContentCheck(policy, index, new PhoneCandidates(), 0);
  }

  /** For what a part of the text says when it is decoded; empty where it was deep enough. */
  boolean mayDecode() {
    return depth < DEEPEST;
  }

  ContentCheck inner() {
    return new ContentCheck(policy, index, candidates, depth + 1);
  }

  /**
   * Looks at a stretch, which starts and ends between words.
   *
   * @param text may go on to both sides, for what stands near
   */
  public void scan(String text, int from, int to, Findings out) {
    Decision secret = policy.of(DataClass.SECRET);
    Numbers numbers = new Numbers(text, policy, out);
    Invisible invisible = new Invisible(text, policy.of(DataClass.INVISIBLE), out);
    Encoded encoded = new Encoded(this, text, to, out);
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Chars.alnum(c)) {
        i = word(text, i, to, numbers, encoded, secret, out);
      } else if (c >= 128) {
        i = Math.max(invisible.at(i, to), i + 1);
      } else {
        i = c == ' ' ? i + 1 : sign(text, i, to, encoded, secret, out);
      }
    }
    invisible.done();
    leaks.scan(text, from, to, policy, out);
  }

  private int word(
      String text,
      int start,
      int to,
      Numbers numbers,
      Encoded encoded,
      Decision secret,
      Findings out) {
    int end = start;
    int digits = 0;
    while (end < to && Chars.word(text.charAt(end))) {
      digits += Chars.digit(text.charAt(end)) ? 1 : 0;
      end++;
    }
    boolean number = Chars.digit(text.charAt(start));
    if (end - start >= 12 || Chars.at(text, end) == '.') {
      Secrets.token(text, start, end, secret, out);
    }
    if (end - start >= 12) {
      int whole = encoded.run(start, end);
      if (whole > end) {
        return whole;
      }
    }
    if (digits == 0) {
      is(text, start, end, to, secret, out);
    }
    boolean starts = !Chars.alnum(Chars.at(text, start - 1));
    if (digits > 0 || end - start == 2 || end - start == 6) {
      lettered(text, start, end, to, out);
    }
    if (number && starts) {
      int after = numbers.at(start, to);
      boolean phone = text.charAt(start) == '0' && (end - start < 12 || dashed(text, start, end));
      if (!phone && end - start >= 3) {
        Contact.threeGroups(text, start, to, candidates, policy.of(DataClass.PHONE), out);
      }
      int called =
          phone
              ? Contact.phone(text, start, to, candidates, policy.of(DataClass.PHONE), out)
              : after;
      return Math.max(end, Math.min(Math.max(after, called), to));
    }
    return end;
  }

  private static boolean dashed(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Chars.digit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return end - start < 20;
  }

  private void lettered(String text, int start, int end, int to, Findings out) {
    char first = text.charAt(start);
    if (first >= 'A' && first <= 'Z' || Chars.digit(first)) {
      int run = start;
      while (run < end && Chars.alnum(text.charAt(run))) {
        run++;
      }
      Lettered.at(text, start, run, to, policy, out);
    }
  }

  /** "the password is …". */
  private static void is(String text, int start, int end, int to, Decision secret, Findings out) {
    int length = end - start;
    boolean verb =
        length == 2 && end < to && text.regionMatches(true, start, "is", 0, 2)
            || length == 3 && text.regionMatches(true, start, "was", 0, 3);
    if (verb && Chars.at(text, start - 1) == ' ') {
      Assigned.spoken(text, start - 1, end, to, secret, out);
    }
  }

  private int sign(String text, int i, int to, Encoded encoded, Decision secret, Findings out) {
    switch (text.charAt(i)) {
      case ':' -> {
        if (text.startsWith("://", i)) {
          Assigned.address(text, i, to, secret, out);
        } else {
          Assigned.at(text, i, to, secret, out);
        }
      }
      case '=' -> Assigned.at(text, i, to, secret, out);
      case '@' -> Contact.email(text, i, to, policy.of(DataClass.EMAIL), out);
      case '-' -> {
        if (text.startsWith("-----BEGIN", i)) {
          Secrets.pem(text, i, to, secret, out);
        }
      }
      case '+', '(' -> {
        if (Chars.digit(Chars.at(text, i + 1))) {
          return Contact.phone(text, i, to, candidates, policy.of(DataClass.PHONE), out);
        }
      }
      case '%', '\\', '&' -> {
        return encoded.escapes(i);
      }
      default -> {
        return i + 1;
      }
    }
    return i + 1;
  }
}
