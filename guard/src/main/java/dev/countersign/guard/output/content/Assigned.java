package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Locale;

/** Values that are assigned to a name which says that they are secret, and connection strings. */
final class Assigned {
  private static final String[] KEYS = {
    "apikey",
    "secret",
    "token",
    "accesskey",
    "privatekey",
    "credential",
    "accountkey",
    "authkey",
    "signingkey",
    "encryptionkey",
    "bearer",
    "sharedkey",
    "masterkey",
    "licensekey"
  };
  private static final String[] PASSWORDS = {"password", "passwd", "pwd", "passphrase", "passcode"};
  private static final String[] COMMON = {
    "pass",
    "password",
    "passwd",
    "pwd",
    "secret",
    "user",
    "username",
    "root",
    "admin",
    "postgres",
    "mysql",
    "guest",
    "mypassword",
    "mysecretpassword",
    "test",
    "token",
    "p@ssw0rd",
    "p@ssword"
  };
  private static final String WHY = "whoever reads it can act in the owner's name";

  private Assigned() {}

  /** Looks at a colon or an equals sign, or at the blank after "is". */
  static void at(String text, int sign, int end, Decision decision, Findings out) {
    name(text, sign, sign + 1, end, decision, out);
  }

  /** Looks at "is" after a name: "the password is …". */
  static void spoken(
      String text, int nameEnd, int verbEnd, int to, Decision decision, Findings out) {
    name(text, nameEnd, verbEnd, to, decision, out);
  }

  private static void name(
      String text, int sign, int valueStart, int to, Decision decision, Findings out) {
    int stop = sign;
    while (stop > 0 && sign - stop < 3 && " \"'`*".indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    if (stop <= 0 || "dtynersk".indexOf(text.charAt(stop - 1) | 0x20) < 0) {
      return;
    }
    int start = stop;
    while (start > 0 && stop - start < 40 && nameChar(text, start - 1)) {
      start--;
    }
    if (stop - start < 3) {
      return;
    }
    boolean password = any(text, start, stop, PASSWORDS);
    if (password || any(text, start, stop, KEYS)) {
      value(text, valueStart, to, password, decision, out);
    }
  }

  /** "api key" and "client secret" are names of two words. */
  private static boolean nameChar(String text, int at) {
    char c = text.charAt(at);
    return Chars.word(c) || c == ' ' && Chars.letter(Chars.at(text, at - 1));
  }

  private static boolean any(String text, int start, int stop, String[] words) {
    for (String word : words) {
      if (endsWith(text, start, stop, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name ends so, in any case, with whatever else between its letters and digits. */
  private static boolean endsWith(String text, int start, int stop, String word) {
    int left = word.length();
    for (int i = stop - 1; left > 0; i--) {
      if (i < start) {
        return false;
      }
      char c = text.charAt(i);
      if (Chars.alnum(c) && (c | 0x20) != word.charAt(--left)) {
        return false;
      }
    }
    return true;
  }

  private static void value(
      String text, int from, int end, boolean password, Decision decision, Findings out) {
    int start = from;
    while (start < end && start - from < 6 && " \"'`=>*".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (text.regionMatches(true, start, "bearer ", 0, 7)) {
      start += 7;
    }
    int stop = start;
    while (stop < end && stop - start < 200 && valueChar(text.charAt(stop))) {
      stop++;
    }
    while (stop > start && ".*!?,:".indexOf(text.charAt(stop - 1)) >= 0 && !password) {
      stop--;
    }
    String value = text.substring(start, stop);
    if (password ? strongPassword(value) : strongKey(value)) {
      String what = password ? "a password" : "a value under a name that says it is secret";
      out.content("secret.assigned", start, stop, decision, what, WHY);
    }
  }

  private static boolean valueChar(char c) {
    return c > ' ' && c < 127 && "\"'`,;<>".indexOf(c) < 0;
  }

  static boolean strongKey(String value) {
    return value.length() >= 16
        && !codeLike(value)
        && !Randomness.placeholder(value)
        && Randomness.hasDigit(value)
        && Randomness.classes(value) >= 2
        && !wordy(value)
        && Randomness.entropy(value) >= 3.0;
  }

  static boolean strongPassword(String value) {
    return value.length() >= 8
        && !codeLike(value)
        && !common(value)
        && !Randomness.placeholder(value)
        && Randomness.hasDigit(value)
        && Randomness.classes(value) >= 3;
  }

  private static boolean common(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (String word : COMMON) {
      if (lower.startsWith(word) && lower.length() <= word.length() + 4) {
        return true;
      }
    }
    return false;
  }

  /** Calls, look-ups and variables are code that gets a secret, and not the secret. */
  private static boolean codeLike(String value) {
    for (int i = 0; i < value.length(); i++) {
      if ("(){}[]".indexOf(value.charAt(i)) >= 0) {
        return true;
      }
    }
    return value.startsWith("$")
            && value.length() < 40
            && value.equals(value.toUpperCase(Locale.ROOT))
        || value.startsWith("%")
        || value.contains("://")
        || value.startsWith("process.")
        || value.startsWith("os.");
  }

  /** Words with dashes or underscores between them name something. */
  private static boolean wordy(String value) {
    int runs = 0;
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      runs += c == '-' || c == '_' || c == '.' || c == '/' ? 1 : 0;
      digits += Chars.digit(c) ? 1 : 0;
    }
    return runs >= 2 && digits <= 3 && value.equals(value.toLowerCase(Locale.ROOT));
  }

  /** Looks at {@code ://}: a user's password before the host (RFC 3986, 3.2.1). */
  static void address(String text, int colon, int end, Decision decision, Findings out) {
    int stop = colon + 3;
    int at = -1;
    while (stop < end
        && stop - colon < 300
        && text.charAt(stop) > ' '
        && "/\"'<>`".indexOf(text.charAt(stop)) < 0) {
      at = text.charAt(stop) == '@' ? stop : at;
      stop++;
    }
    int sign = at < 0 ? -1 : text.indexOf(':', colon + 3);
    if (sign < 0 || sign >= at) {
      return;
    }
    String password = text.substring(sign + 1, at);
    boolean real =
        password.length() >= 6
            && !codeLike(password)
            && !common(password)
            && !Randomness.placeholder(password)
            && (Randomness.classes(password) >= 2 || password.length() >= 12);
    if (real) {
      out.content("secret.connection", colon, at, decision, "a password in an address", WHY);
    }
  }
}
