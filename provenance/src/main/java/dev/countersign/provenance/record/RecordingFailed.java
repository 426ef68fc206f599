package dev.countersign.provenance.record;

/** A dataset could not be recorded; the message is a sentence that names the file. */
public final class RecordingFailed extends Exception {
  private static final long serialVersionUID = 1;

  RecordingFailed(String message) {
    super(message);
  }

  RecordingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
