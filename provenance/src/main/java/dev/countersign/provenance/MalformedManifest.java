package dev.countersign.provenance;

/** What was read is no manifest, or one that contradicts itself. The message is one sentence. */
public final class MalformedManifest extends Exception {
  private static final long serialVersionUID = 1;

  MalformedManifest(String message) {
    super(message);
  }

  MalformedManifest(String message, Throwable cause) {
    super(message, cause);
  }
}
