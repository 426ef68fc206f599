package dev.countersign.guard.output.markup;

import dev.countersign.guard.output.content.Folding;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Names of hosts, and what is odd about them. */
final class HostName {
  private HostName() {}

  /** As resolvers see it: decoded, NFKC, in small letters, without the last dot; in Unicode. */
  static String normal(String written) {
    String plain = percentDecoded(written);
    String folded =
        ascii(plain)
            ? plain.toLowerCase(Locale.ROOT)
            : Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String dotted = folded.replace('\u3002', '.').replace('\uFF61', '.');
    String host = dotted.endsWith(".") ? dotted.substring(0, dotted.length() - 1) : dotted;
    return host.contains("xn--") ? IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED) : host;
  }

  static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean escape =
          text.charAt(i) == '%'
              && i + 2 < text.length()
              && Character.digit(text.charAt(i + 1), 16) >= 0
              && Character.digit(text.charAt(i + 2), 16) >= 0;
      if (escape) {
        bytes.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.append(text.charAt(i));
      }
    }
    return bytes.toString();
  }

  static boolean ascii(String host) {
    for (int i = 0; i < host.length(); i++) {
      if (host.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Whether a label looks Latin and is not, or mixes scripts: UTS #39, 5.1 and 4. */
  static boolean confusable(String host) {
    for (String label : host.split("\\.", -1)) {
      if (!ascii(label) && confusableLabel(label)) {
        return true;
      }
    }
    return false;
  }

  private static boolean confusableLabel(String label) {
    boolean latin = false;
    boolean other = false;
    boolean allAlike = true;
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      Character.UnicodeScript script = Character.UnicodeScript.of(c);
      boolean common =
          script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
      latin |= script == Character.UnicodeScript.LATIN;
      other |=
          script == Character.UnicodeScript.CYRILLIC
              || script == Character.UnicodeScript.GREEK
              || script == Character.UnicodeScript.ARMENIAN
              || script == Character.UnicodeScript.CHEROKEE;
      allAlike &= common || Folding.latin(c) < 128;
    }
    return other && (latin || allAlike) || !latin && !other && allAlike;
  }

  /** The four bytes of an IPv4 address in any form that resolvers take: WHATWG URL, 3.5. */
  static Optional<long[]> ipv4(String host) {
    if (host.isEmpty() || Character.digit(host.charAt(host.length() - 1), 16) < 0) {
      return Optional.empty();
    }
    if (!numeric(host)) {
      return Optional.empty();
    }
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long[] values = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = number(parts[i]);
      if (values[i] < 0) {
        return Optional.empty();
      }
    }
    long address = values[parts.length - 1];
    for (int i = 0; i < parts.length - 1; i++) {
      address += values[i] << 8 * (3 - i);
    }
    return Optional.of(
        new long[] {address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255});
  }

  /** Whether each of its parts starts with a digit, as those of an address do. */
  private static boolean numeric(String host) {
    for (int i = 0; i < host.length(); i++) {
      boolean starts = i == 0 || host.charAt(i - 1) == '.';
      if (starts && (host.charAt(i) < '0' || host.charAt(i) > '9' && host.charAt(i) < 128)) {
        return false;
      }
    }
    return true;
  }

  private static long number(String part) {
    try {
      if (part.startsWith("0x")) {
        return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
      }
      boolean octal = part.length() > 1 && part.startsWith("0");
      return part.isEmpty() || part.charAt(0) == '-' || part.charAt(0) == '+' || part.length() > 12
          ? -1
          : Long.parseLong(part, octal ? 8 : 10);
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  /** Whether it is inside: this machine, private networks, link-local with the clouds' metadata. */
  static boolean internal(String host) {
    if (host.startsWith("[")) {
      return ipv6Internal(host);
    }
    if (host.equals("localhost")
        || host.endsWith(".localhost")
        || host.endsWith(".internal")
        || host.endsWith(".local")
        || host.indexOf('.') < 0 && ipv4(host).isEmpty()) {
      return true;
    }
    return embedded(host) || ipv4(host).filter(HostName::internal).isPresent();
  }

  /** Services such as nip.io name any address: 127.0.0.1.nip.io. */
  private static boolean embedded(String host) {
    return host.endsWith(".nip.io")
        || host.endsWith(".sslip.io")
        || host.endsWith(".xip.io")
        || host.endsWith("localtest.me")
        || host.endsWith("lvh.me");
  }

  private static boolean internal(long[] ip) {
    return ip[0] == 127
        || ip[0] == 10
        || ip[0] == 0
        || ip[0] == 169 && ip[1] == 254
        || ip[0] == 172 && ip[1] >= 16 && ip[1] < 32
        || ip[0] == 192 && ip[1] == 168
        || ip[0] == 100 && ip[1] >= 64 && ip[1] < 128;
  }

  private static boolean ipv6Internal(String host) {
    String bare = host.substring(1).replace("]", "");
    return bare.startsWith("::")
        || bare.startsWith("fe8")
        || bare.startsWith("fc")
        || bare.startsWith("fd")
        || bare.startsWith("0:0")
        || bare.startsWith("0000")
        || bare.startsWith("64:ff9b");
  }

  static boolean ip(String host) {
    return host.startsWith("[") || ipv4(host).isPresent();
  }
}
