package dev.countersign.guard.output.markup;

import java.util.Locale;
import java.util.Optional;

/**
 * An address as browsers take it apart (WHATWG URL, 4.4): tabs and newlines are dropped, blanks at
 * both ends too, a backslash is a slash where the scheme is one of the web.
 *
 * @param scheme in small letters; empty for a relative address, {@code https} for one that starts
 *     with two slashes
 * @param user what stands before the host, if anything does
 * @param host in small letters, decoded; empty where there is none
 * @param port as written; empty for none
 * @param rest path, query and fragment
 */
record Address(String scheme, Optional<String> user, String host, String port, String rest) {
  static Address of(String written) {
    String text = stripped(written);
    int colon = scheme(text);
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean web =
        scheme.isEmpty()
            || scheme.equals("http")
            || scheme.equals("https")
            || scheme.equals("ftp")
            || scheme.equals("ws")
            || scheme.equals("wss");
    String rest = colon < 0 ? text : text.substring(colon + 1);
    if (!web) {
      return new Address(scheme, Optional.empty(), "", "", rest);
    }
    int slashes = 0;
    while (slashes < rest.length()
        && (rest.charAt(slashes) == '/' || rest.charAt(slashes) == '\\')) {
      slashes++;
    }
    if (scheme.isEmpty() && slashes < 2) {
      return new Address("", Optional.empty(), "", "", rest);
    }
    return authority(scheme.isEmpty() ? "https" : scheme, rest.substring(slashes));
  }

  private static Address authority(String scheme, String text) {
    int end = 0;
    while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(0, end);
    int at = authority.lastIndexOf('@');
    Optional<String> user = at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at));
    String host = authority.substring(at + 1);
    int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.lastIndexOf(':');
    String port = colon > 0 ? host.substring(colon + 1) : "";
    String name = colon > 0 ? host.substring(0, colon) : host;
    return new Address(scheme, user, HostName.normal(name), port, text.substring(end));
  }

  private static String stripped(String written) {
    if (isStripped(written)) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean edge = text.length() == 0 && c <= ' ';
      if (!edge && c != '\t' && c != '\n' && c != '\r') {
        text.append(c);
      }
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isStripped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }

  private static int scheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean other = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && !other) {
        return -1;
      }
    }
    return -1;
  }

  boolean relative() {
    return scheme.isEmpty();
  }

  boolean web() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /** What follows the question mark, up to the end: a fragment can leave too. */
  String query() {
    int at = rest.indexOf('?');
    int hash = rest.indexOf('#');
    int start = at < 0 ? hash : hash < 0 ? at : Math.min(at, hash);
    return start < 0 ? "" : rest.substring(start + 1);
  }

  String path() {
    return rest.substring(0, rest.length() - query().length());
  }
}
