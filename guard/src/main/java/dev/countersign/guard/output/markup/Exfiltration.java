package dev.countersign.guard.output.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether an address carries data out, by its shape: text in base 64 or 16, sentences, or much of
 * anything. What is a secret or personal in it the check of the content finds.
 */
final class Exfiltration {
  private static final int LONGEST_QUERY = 300;
  private static final int LONGEST_VALUE = 160;
  private static final int LONGEST_SEGMENT = 120;
  private static final int SHORTEST_LABEL = 16;
  private static final boolean[] HEX = table("0123456789abcdefABCDEF");
  private static final boolean[] BASE64 =
      table("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  private static final List<String> REDIRECTS =
      List.of(
          "url",
          "u",
          "next",
          "redirect",
          "redirect_uri",
          "redirect_url",
          "redirecturl",
          "return",
          "returnurl",
          "return_to",
          "returnto",
          "continue",
          "dest",
          "destination",
          "goto",
          "target",
          "link",
          "to",
          "out",
          "q",
          "r",
          "rurl",
          "callback",
          "image",
          "img",
          "src",
          "image_url",
          "file",
          "path",
          "page",
          "view",
          "site",
          "domain",
          "forward",
          "checkout_url",
          "ref",
          "uri");

  private Exfiltration() {}

  private static boolean[] table(String alphabet) {
    boolean[] table = new boolean[128];
    alphabet.chars().forEach(c -> table[c] = true);
    return table;
  }

  /** What it carries, if anything. */
  static Optional<String> carried(Address address) {
    String query = address.query();
    if (query.length() > LONGEST_QUERY) {
      return Optional.of("a query of " + query.length() + " characters");
    }
    for (String pair : pairs(query)) {
      String value = HostName.percentDecoded(pair.substring(pair.indexOf('=') + 1));
      Optional<String> found = carriedBy(value, LONGEST_VALUE);
      if (found.isPresent()) {
        return found;
      }
    }
    String path = address.path();
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      Optional<String> found =
          carriedBy(HostName.percentDecoded(path.substring(start, end)), LONGEST_SEGMENT);
      if (found.isPresent()) {
        return found;
      }
      start = end + 1;
    }
    return labels(address.host());
  }

  private static List<String> pairs(String query) {
    if (query.isEmpty()) {
      return List.of();
    }
    List<String> pairs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= query.length(); i++) {
      if (i == query.length() || "&;#".indexOf(query.charAt(i)) >= 0) {
        pairs.add(query.substring(start, i));
        start = i + 1;
      }
    }
    return pairs;
  }

  private static Optional<String> labels(String host) {
    if (host.length() < SHORTEST_LABEL) {
      return Optional.empty();
    }
    for (String label : host.split("\\.", -1)) {
      boolean random =
          label.length() >= 24
              && label.indexOf('-') < 0
              && label.chars().anyMatch(Character::isDigit);
      if (label.length() > 40
          || random
          || label.length() >= SHORTEST_LABEL && readable(label).isPresent()) {
        return Optional.of("a name of a host that is long or encoded");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> carriedBy(String value, int longest) {
    if (value.length() >= 12 && readable(value).isPresent()) {
      return Optional.of("text in base 64 or 16");
    }
    int blanks = 0;
    for (int i = 0; i < value.length(); i++) {
      blanks += value.charAt(i) == ' ' || value.charAt(i) == '+' ? 1 : 0;
    }
    if (blanks >= 8) {
      return Optional.of("a sentence");
    }
    boolean slug = value.indexOf('-') > 0 || value.indexOf('_') > 0;
    if (value.length() > longest && !(slug && value.length() < 2 * longest)) {
      return Optional.of("a value of " + value.length() + " characters");
    }
    return Optional.empty();
  }

  /** The text that it is in base 64 or 16. */
  private static Optional<String> readable(String value) {
    if (value.length() >= 16 && value.length() % 2 == 0 && all(value, HEX)) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i + 1 < value.length(); i += 2) {
        text.append((char) Integer.parseInt(value, i, i + 2, 16));
      }
      return plain(text.toString());
    }
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '=') {
      end--;
    }
    String bare = value.substring(0, end).replace('-', '+').replace('_', '/');
    if (end < 12 || end % 4 == 1 || !all(bare, BASE64)) {
      return Optional.empty();
    }
    boolean mixed = end < value.length() || !bare.equals(bare.toLowerCase(Locale.ROOT));
    if (!mixed) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getDecoder().decode(bare);
    return plain(new String(bytes, StandardCharsets.UTF_8));
  }

  private static boolean all(String value, boolean[] alphabet) {
    for (int i = 0; i < Math.min(400, value.length()); i++) {
      char c = value.charAt(i);
      if (c >= 128 || !alphabet[c]) {
        return false;
      }
    }
    return value.length() <= 400;
  }

  private static Optional<String> plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= 127) && c != '\n' && c != '\r' && c != '\t') {
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  private static String name(String pair) {
    return pair.substring(0, Math.max(0, pair.indexOf('='))).toLowerCase(Locale.ROOT);
  }

  /** Where a parameter of the address would send on to, if it names another host. */
  static Optional<Address> onward(Address address) {
    for (String pair : pairs(address.query())) {
      int sign = pair.indexOf('=');
      String once = HostName.percentDecoded(pair.substring(sign + 1));
      String value = HostName.percentDecoded(once);
      Address target = Address.of(value);
      boolean same = target.host().equals(address.host()) && target.user().isEmpty();
      boolean other = !target.host().isEmpty() && !same;
      if (other && (target.web() || REDIRECTS.contains(name(pair)))) {
        return Optional.of(target);
      }
    }
    int inPath = Math.max(address.path().indexOf("/http:/"), address.path().indexOf("/https:/"));
    return inPath < 0
        ? Optional.empty()
        : Optional.of(Address.of(address.path().substring(inPath + 1)));
  }
}
