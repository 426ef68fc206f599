package dev.countersign.attest.hash;

import java.nio.file.FileSystemException;

/** A file was written to, or replaced by one of another length, while it was read. */
public final class ChangedFile extends FileSystemException {
  private static final long serialVersionUID = 1L;

  /** Names the file. */
  public ChangedFile(String name) {
    super(name, null, "it changed while it was read");
  }
}
