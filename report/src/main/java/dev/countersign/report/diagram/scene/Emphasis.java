package dev.countersign.report.diagram.scene;

/** How much a part of a diagram asks to be seen. */
public enum Emphasis {
  /** Nothing is highlighted. */
  NORMAL,
  /** It is on the path that is highlighted. */
  ON_PATH,
  /** Something else is highlighted. */
  FADED
}
