package dev.countersign.cli.terminal;

/** How a piece of text looks where colour is wanted. */
public enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  BAD("1;31"),
  GRAVE("31"),
  WARN("33"),
  GOOD("32"),
  NAME("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The sequence that switches from plain to this style. */
  String on() {
    return this == PLAIN ? "" : "\u001b[" + code + "m";
  }

  /** The sequence that switches from this style to plain. */
  String off() {
    return this == PLAIN ? "" : "\u001b[0m";
  }
}
