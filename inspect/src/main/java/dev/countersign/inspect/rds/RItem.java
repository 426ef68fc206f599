package dev.countersign.inspect.rds;

/**
 * What is known of an object that was read.
 *
 * @param symbol its name where it is a symbol, or {@code package::name} where it is such a call
 * @param text its first text where it is one
 */
record RItem(String symbol, String text) {
  static final RItem NOTHING = new RItem("", "");

  static RItem symbol(String name) {
    return new RItem(name, "");
  }

  static RItem text(String text) {
    return new RItem("", text);
  }
}
