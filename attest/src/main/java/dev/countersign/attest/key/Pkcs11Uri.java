package dev.countersign.attest.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names a key in a token (RFC 7512), for example {@code
 * pkcs11:token=release;object=model-key?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/run/pin}.
 *
 * @param module the library of the token's maker ({@code module-path})
 * @param slot the number of the slot ({@code slot-id}); empty if the module has one token only
 * @param token the label of the token ({@code token}), for messages: the JDK cannot choose by it
 * @param object the label of key and certificate ({@code object})
 * @param pinFile a file whose first line is the PIN ({@code pin-source})
 */
public record Pkcs11Uri(
    Path module,
    Optional<Long> slot,
    Optional<String> token,
    String object,
    Optional<Path> pinFile) {
  private static final String SCHEME = "pkcs11:";
  private static final int MOST_CHARACTERS = 4_096;
  private static final Set<String> IN_PATH = Set.of("token", "slot-id", "object", "type");
  private static final Set<String> IN_QUERY = Set.of("module-path", "pin-source");

  /** Whether it is meant as such a name. */
  public static boolean is(String text) {
    return text.startsWith(SCHEME);
  }

  /** Reads it. What it says and is not understood is refused: it would name another key. */
  public static Pkcs11Uri parse(String text) throws UnusableKey {
    if (!is(text) || text.length() > MOST_CHARACTERS) {
      throw new UnusableKey("It is no PKCS#11 URI (pkcs11:object=…?module-path=…).");
    }
    int mark = text.indexOf('?') < 0 ? text.length() : text.indexOf('?');
    Map<String, String> path = parts(text.substring(SCHEME.length(), mark), ";", IN_PATH);
    Map<String, String> query =
        parts(text.substring(Math.min(text.length(), mark + 1)), "&", IN_QUERY);
    if (!path.getOrDefault("type", "private").equals("private")) {
      throw new UnusableKey("The PKCS#11 URI names no private key (type=private).");
    }
    return new Pkcs11Uri(
        path("module-path", required(query, "module-path")),
        path.containsKey("slot-id") ? Optional.of(slot(path.get("slot-id"))) : Optional.empty(),
        Optional.ofNullable(path.get("token")),
        required(path, "object"),
        query.containsKey("pin-source")
            ? Optional.of(pinFile(required(query, "pin-source")))
            : Optional.empty());
  }

  private static Map<String, String> parts(String text, String separator, Set<String> known)
      throws UnusableKey {
    Map<String, String> parts = new TreeMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(separator, -1)) {
      int sign = part.indexOf('=');
      String name = sign < 0 ? part : part.substring(0, sign);
      if (name.equals("pin-value")) {
        throw new UnusableKey(
            "pin-value shows the PIN to everybody on the machine; name a file: pin-source=file:….");
      }
      if (sign < 0 || !known.contains(name) || parts.containsKey(name)) {
        throw new UnusableKey(
            "The PKCS#11 URI has an attribute that is not understood, or one twice: token,"
                + " slot-id, object and type, then module-path and pin-source, are.");
      }
      parts.put(name, decoded(part.substring(sign + 1)));
    }
    return parts;
  }

  /** Percent-encoding only: in RFC 7512 a plus sign is a plus sign. */
  private static String decoded(String value) throws UnusableKey {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnusableKey("The PKCS#11 URI has a % that begins no two hexadecimal digits.");
    }
  }

  private static String required(Map<String, String> parts, String name) throws UnusableKey {
    String value = parts.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new UnusableKey("The PKCS#11 URI lacks %s=….".formatted(name));
    }
    return value;
  }

  private static long slot(String text) throws UnusableKey {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new UnusableKey("slot-id of the PKCS#11 URI is no number.");
    }
  }

  private static Path pinFile(String source) throws UnusableKey {
    if (source.startsWith("file:/")) {
      return path("pin-source", URI.create(source.replace(" ", "%20")).getPath());
    }
    return path("pin-source", source.startsWith("file:") ? source.substring(5) : source);
  }

  private static Path path(String name, String text) throws UnusableKey {
    try {
      return Path.of(text);
    } catch (IllegalArgumentException e) {
      throw new UnusableKey("%s of the PKCS#11 URI is no path.".formatted(name));
    }
  }
}
