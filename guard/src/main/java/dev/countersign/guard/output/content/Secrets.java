package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Keys and tokens that are known by their form. */
final class Secrets {
  private static final String WHY = "whoever reads it can act in the owner's name";

  /** Formats by their first character, since most tokens start like none. */
  private static final List<List<TokenFormat>> BY_FIRST = byFirst();

  private Secrets() {}

  private static List<List<TokenFormat>> byFirst() {
    List<List<TokenFormat>> table = new ArrayList<>();
    for (int c = 0; c < 128; c++) {
      char first = (char) c;
      table.add(TokenFormat.ALL.stream().filter(f -> f.prefix().charAt(0) == first).toList());
    }
    return table;
  }

  /** Looks at a run of letters, digits, {@code _} and {@code -}. */
  static void token(String text, int start, int end, Decision decision, Findings out) {
    char first = text.charAt(start);
    if (end - start == 2 && first == 'S' && text.startsWith("SG.", start)) {
      sendGrid(text, start, dotted(text, end), decision, out);
    }
    if (end - start < 12) {
      return;
    }
    for (TokenFormat format : BY_FIRST.get(first & 127)) {
      if (text.startsWith(format.prefix(), start)) {
        known(text, start, dotted(text, end), format, decision, out);
        return;
      }
    }
    if (first == 'A' && end - start == 20) {
      aws(text.substring(start, end), start, decision, out);
    } else if (first == 'e' && text.startsWith("eyJ", start)) {
      jwt(text, start, end, decision, out);
    } else if (end - start >= 30 && end < text.length() && Chars.digit(first)) {
      telegram(text, start, end, decision, out);
    }
  }

  private static void known(
      String text, int start, int end, TokenFormat format, Decision decision, Findings out) {
    String body = text.substring(start + format.prefix().length(), end);
    if (body.length() < format.length() || !Randomness.random(body)) {
      return;
    }
    boolean wrong = format.checked() && (body.length() != 36 || !Checksums.crc62(body));
    if (wrong) {
      out.content(
          "secret.token-form",
          start,
          end,
          decision == Decision.ACCEPT ? decision : Decision.FLAG,
          "what looks like a " + format.name() + ", with a checksum that does not match",
          "such a one was never issued; somebody may have changed a real one");
      return;
    }
    add(format.name(), start, end, decision, out);
  }

  private static void sendGrid(String text, int start, int end, Decision decision, Findings out) {
    if (end - start >= 66 && Randomness.random(text.substring(start + 3, end))) {
      add("SendGrid key", start, end, decision, out);
    }
  }

  private static int dotted(String text, int end) {
    int at = end;
    while (at < text.length() && (Chars.word(text.charAt(at)) || innerDot(text, at))) {
      at++;
    }
    return at;
  }

  private static boolean innerDot(String text, int at) {
    return text.charAt(at) == '.' && Chars.alnum(Chars.at(text, at + 1));
  }

  /** AWS IAM, "Understanding unique ID prefixes": four letters, then base 32. */
  private static void aws(String token, int start, Decision decision, Findings out) {
    boolean prefix = List.of("AKIA", "ASIA", "ABIA", "ACCA").contains(token.substring(0, 4));
    boolean base32 = token.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '2' && c <= '7');
    if (prefix && base32 && !token.endsWith("EXAMPLE")) {
      add("AWS access key", start, start + 20, decision, out);
    }
  }

  /** RFC 7519: three parts with dots, and the first is a JSON object that names an algorithm. */
  private static void jwt(String text, int start, int end, Decision decision, Findings out) {
    int whole = dotted(text, end);
    String[] parts = text.substring(start, whole).split("\\.", -1);
    if (parts.length < 3 || !decoded(parts[0]).filter(h -> h.contains("\"alg\"")).isPresent()) {
      return;
    }
    String claims = decoded(parts[1]).orElse("");
    if (!claims.contains("\"1234567890\"")) {
      add("JSON web token", start, whole, decision, out);
    }
  }

  private static Optional<String> decoded(String part) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static void telegram(String text, int start, int end, Decision decision, Findings out) {
    int colon = text.lastIndexOf(':', start);
    boolean shaped = colon >= 0 && colon == start - 1 && end - start == 35;
    int digits = colon;
    while (shaped && Chars.digit(Chars.at(text, digits - 1))) {
      digits--;
    }
    if (shaped && colon - digits >= 8 && Randomness.random(text.substring(start, end))) {
      add("Telegram bot token", digits, end, decision, out);
    }
  }

  static void add(String name, int start, int end, Decision decision, Findings out) {
    String article = "AEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    out.content("secret.token", start, end, decision, article + name, WHY);
  }

  /** Looks at {@code -----BEGIN}: RFC 7468, and the forms of OpenSSH and OpenPGP. */
  static void pem(String text, int start, int end, Decision decision, Findings out) {
    int lineEnd = text.indexOf("-----", start + 11);
    boolean key =
        lineEnd > 0
            && lineEnd < start + 60
            && text.substring(start, lineEnd).contains("PRIVATE KEY");
    if (!key) {
      return;
    }
    int at = bodyStart(text, lineEnd + 5, end);
    int body = 0;
    while (at < end
        && body < 40
        && (Chars.base64(text.charAt(at))
            || text.charAt(at) == '\n'
            || text.charAt(at) == '\r'
            || text.charAt(at) == '\\')
        && text.charAt(at) != '-') {
      body += text.charAt(at) > ' ' ? 1 : 0;
      at++;
    }
    if (body >= 40) {
      add("private key", start, at, decision, out);
    }
  }

  /** Behind the end of the line, and behind headers such as {@code Proc-Type: 4,ENCRYPTED}. */
  private static int bodyStart(String text, int from, int end) {
    int at = from;
    while (at < end) {
      int newline = text.indexOf('\n', at);
      boolean header = newline > at && text.substring(at, newline).indexOf(':') > 0;
      if (text.charAt(at) > ' ' && !header) {
        return at;
      }
      at = header ? newline : at + 1;
    }
    return at;
  }
}
