package dev.countersign.fit.tool;

/** Names as keys of YAML. */
final class Yaml {
  private Yaml() {}

  /** A name that is no plain word in double quotes: names come from recorded runs. */
  static String key(String name) {
    if (name.matches("[A-Za-z_][A-Za-z0-9_-]{0,100}")
        && !name.matches("(?i)y|n|yes|no|on|off|true|false|null")) {
      return name;
    }
    StringBuilder quoted = new StringBuilder("\"");
    name.codePoints()
        .limit(200)
        .forEach(c -> {
          boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
          quoted.append(plain ? Character.toString(c) : escape(c));
        });
    return quoted.append('"').toString();
  }

  private static String escape(int c) {
    return c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c);
  }
}
