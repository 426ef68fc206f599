package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.finding.Findings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Parts of a text that are readable text when they are decoded, and what is found in that: base 64
 * (RFC 4648, both alphabets), base 16, and escapes of addresses, of programs and of HTML.
 */
final class Encoded {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 16_384;

  /** What characters of both alphabets stand for. */
  private static final byte[] SIXTETS = sixtets();

  private final ContentCheck check;
  private final String text;
  private final int to;
  private final Findings out;

  Encoded(ContentCheck check, String text, int to, Findings out) {
    this.check = check;
    this.text = text;
    this.to = to;
    this.out = out;
  }

  /**
   * Looks at a run of base 64 or base 16.
   *
   * @param end of its first word
   * @return where it ends if it was decoded, otherwise {@code end}
   */
  int run(int start, int end) {
    if (!check.mayDecode() || !hexadecimal(start, end) && !startsReadable(start)) {
      return end;
    }
    int whole = end;
    while (whole < to && (Chars.base64(text.charAt(whole)) || wraps(whole, start))) {
      whole++;
    }
    if (whole - start < SHORTEST || whole - start > LONGEST) {
      return end;
    }
    Optional<String> decoded =
        hex(start, end).or(() -> base64(start, Math.min(LONGEST + start, to)));
    if (decoded.isEmpty()) {
      return end;
    }
    inside(decoded.get(), start, whole, "base 64 or 16");
    return whole;
  }

  private boolean hexadecimal(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Chars.hex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the nine bytes are characters that people write, all of them, which the first twelve
   * characters of base 64 stand for: of words that are none most are told at the second letter.
   */
  private boolean startsReadable(int start) {
    int bits = 0;
    for (int i = 0; i < 12; i++) {
      char c = text.charAt(start + i);
      bits = bits << 6 | (c < 128 ? SIXTETS[c] : 0);
      int low = i % 4 == 0 ? 8 : 6 - 2 * (i % 4);
      if (low < 8 && !written(bits >> low & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private static boolean written(int c) {
    return c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t';
  }

  private static byte[] sixtets() {
    byte[] table = new byte[128];
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = 0; i < alphabet.length(); i++) {
      table[alphabet.charAt(i)] = (byte) i;
    }
    table['+'] = 62;
    table['-'] = 62;
    table['/'] = 63;
    table['_'] = 63;
    return table;
  }

  /** Lines of at least 60 characters, as MIME and PEM wrap them. */
  private boolean wraps(int at, int start) {
    return text.charAt(at) == '\n' && at - start >= 60 && Chars.base64(Chars.at(text, at + 1));
  }

  private Optional<String> hex(int start, int end) {
    if (!hexadecimal(start, end)) {
      return Optional.empty();
    }
    StringBuilder decoded = new StringBuilder((end - start) / 2);
    for (int i = start; i + 1 < end; i += 2) {
      decoded.append((char) Integer.parseInt(text, i, i + 2, 16));
      if (decoded.length() == 6 && !readable(decoded)) {
        return Optional.empty();
      }
    }
    return readable(decoded) ? Optional.of(decoded.toString()) : Optional.empty();
  }

  private Optional<String> base64(int start, int end) {
    if (!startsReadable(start)) {
      return Optional.empty();
    }
    StringBuilder alphabet = new StringBuilder();
    int i = start;
    while (i < end && (Chars.base64(text.charAt(i)) || wraps(i, start))) {
      char c = text.charAt(i++);
      if (c != '\n') {
        alphabet.append(c == '-' ? '+' : c == '_' ? '/' : c);
      }
    }
    alphabet.setLength(
        alphabet.length() / 4 * 4 + (alphabet.length() % 4 == 1 ? 0 : alphabet.length() % 4));
    String decoded = decoded(alphabet.toString());
    return decoded.length() >= 8 && readable(decoded) ? Optional.of(decoded) : Optional.empty();
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }

  /** Whether nearly all are characters that people write. */
  static boolean readable(CharSequence text) {
    int bad = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bad += written(c) ? 0 : 1;
    }
    return text.length() > 0 && bad * 10 <= text.length();
  }

  /**
   * Looks at the word around an escape, if it has at least three.
   *
   * @return where to go on
   */
  int escapes(int at) {
    if (!check.mayDecode() || Unescape.at(text, at, to) == 0) {
      return at + 1;
    }
    int start = at;
    while (start > 0 && at - start < 64 && text.charAt(start - 1) > ' ') {
      start--;
    }
    int end = at;
    int count = 0;
    StringBuilder plain = new StringBuilder();
    plain.append(text, start, at);
    while (end < to && end - at < LONGEST && text.charAt(end) > ' ') {
      int length = Unescape.at(text, end, to);
      plain.append(length == 0 ? text.substring(end, end + 1) : Unescape.value(text, end, length));
      count += length == 0 ? 0 : 1;
      end += Math.max(1, length);
    }
    if (count >= 3) {
      inside(plain.toString(), start, end, "escapes");
    }
    return count >= 3 ? end : at + 1;
  }

  private void inside(String decoded, int start, int end, String how) {
    Findings found = new Findings(0);
    check.inner().scan(decoded, 0, decoded.length(), found);
    for (Finding one : found.sorted()) {
      if (one.decision() == Decision.REJECT) {
        out.content(one.rule(), start, end, one.decision(), one.what() + ", in " + how, one.why());
      }
    }
  }
}
