package dev.countersign.inspect.payload;

import dev.countersign.inspect.text.WordList;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what does not belong into a text of metadata. Prose about code is fine, a link to a home
 * page is fine; code that starts processes, or a command that fetches and runs, is not. What it
 * looks for stands in {@code payloads.txt}. Time is linear in the text.
 */
public final class Payloads {
  /** The longest text that is looked through, in characters; of a longer one its two ends. */
  public static final int LONGEST = 1 << 17;

  private static final int AROUND = 40;
  private static final int SHORTEST_ENCODED = 24;
  private static final Pattern ENCODED =
      Pattern.compile("[A-Za-z0-9+/]{" + SHORTEST_ENCODED + ",}+={0,2}");

  private static final List<Sign> SIGNS =
      WordList.lines(Payloads.class, "payloads.txt").stream().map(Sign::of).toList();

  private Payloads() {}

  /** The first thing in a text that does not belong there, by what is listed first. */
  public static Optional<Payload> in(String text) {
    return inEach(text, SIGNS);
  }

  /** The same of one kind only. */
  public static Optional<Payload> in(String text, Payload.Kind kind) {
    return inEach(text, SIGNS.stream().filter(sign -> sign.kind == kind).toList());
  }

  private static Optional<Payload> inEach(String whole, List<Sign> signs) {
    String text = bounded(whole);
    String lowerCase = text.toLowerCase(Locale.ROOT);
    for (Sign sign : signs) {
      if (!sign.mayStandIn(lowerCase)) {
        continue;
      }
      Matcher matcher = sign.pattern.matcher(text);
      if (matcher.find()) {
        return Optional.of(new Payload(sign.kind, excerpt(text, matcher.start(), matcher.end())));
      }
    }
    return encoded(text);
  }

  /** What is encoded in base64 and begins as a pickle or a program does, or holds code itself. */
  private static Optional<Payload> encoded(String text) {
    Matcher matcher = ENCODED.matcher(text);
    while (matcher.find()) {
      String run = matcher.group();
      byte[] start = decoded(run.substring(0, Math.min(run.length(), 4096) & ~3));
      if (runs(start)) {
        return Optional.of(
            new Payload(
                Payload.Kind.ENCODED, excerpt(text, matcher.start(), matcher.start() + 60)));
      }
    }
    return Optional.empty();
  }

  private static boolean runs(byte[] bytes) {
    return pickle(bytes) || program(bytes) || code(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static boolean pickle(byte[] bytes) {
    boolean proto = bytes.length > 2 && bytes[0] == (byte) 0x80 && bytes[1] >= 2 && bytes[1] <= 5;
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return (proto
            && (bytes[2] & 0xFF) >= 0x20
            && (bytes[2] == (byte) 0x95 || text.indexOf('.') > 2))
        || text.startsWith("cos\n")
        || text.startsWith("cposix\n")
        || text.startsWith("cbuiltins\n")
        || text.startsWith("c__builtin__\n");
  }

  private static boolean program(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u007fELF")
        || text.startsWith("#!/")
        || (text.startsWith("MZ") && text.contains("This program"));
  }

  private static boolean code(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return SIGNS.stream()
        .filter(sign -> sign.kind == Payload.Kind.CODE || sign.kind == Payload.Kind.COMMAND)
        .filter(sign -> sign.mayStandIn(lowerCase))
        .anyMatch(sign -> sign.pattern.matcher(text).find());
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST / 2) + "\n" + text.substring(text.length() - LONGEST / 2);
  }

  private static String excerpt(String text, int start, int end) {
    int from = Math.max(0, start - AROUND / 2);
    int to = Math.min(text.length(), Math.min(end, start + 120) + AROUND);
    return text.substring(from, to).strip();
  }

  /** What is looked for, and texts without which there is no need to look. */
  private record Sign(Payload.Kind kind, List<String> needs, Pattern pattern) {
    static Sign of(String line) {
      String[] words = line.split(" ", 3);
      List<String> needs =
          words[1].equals("*") ? List.of("") : List.of(words[1].replace('+', ' ').split(","));
      return new Sign(Payload.Kind.valueOf(words[0]), needs, Pattern.compile(words[2]));
    }

    boolean mayStandIn(String lowerCase) {
      return needs.stream().anyMatch(lowerCase::contains);
    }
  }
}
