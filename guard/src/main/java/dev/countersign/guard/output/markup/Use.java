package dev.countersign.guard.output.markup;

/** What happens with an address. */
public enum Use {
  /** It is loaded without anybody doing anything. */
  LOADED,
  /** Somebody may click on it. */
  CLICKED,
  /** A program opens it. */
  OPENED
}
