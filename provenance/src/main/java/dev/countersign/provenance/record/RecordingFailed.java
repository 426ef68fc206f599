package dev.countersign.provenance.record;

/** A dataset could not be recorded; the message is a sentence that names the file. */
public final class RecordingFailed extends Exception {
  private static final long serialVersionUID = 1;

  /** With a sentence that names the file. */
  public RecordingFailed(String message) {
    super(message);
  }

  /** With what led to it. */
  public RecordingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
