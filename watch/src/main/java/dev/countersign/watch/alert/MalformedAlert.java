package dev.countersign.watch.alert;

/** A line that is no alert; the message says why. */
public final class MalformedAlert extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedAlert(String message) {
    super(message);
  }
}
