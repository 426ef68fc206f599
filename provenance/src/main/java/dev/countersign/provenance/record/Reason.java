package dev.countersign.provenance.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file could not be read, in words. */
final class Reason {
  private Reason() {}

  static String of(IOException why) {
    return switch (why) {
      case NoSuchFileException gone -> "it is not there";
      case AccessDeniedException denied -> "it may not be read by this user";
      case FileSystemException failed ->
          Objects.requireNonNullElse(failed.getReason(), failed.getClass().getSimpleName());
      default -> Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName());
    };
  }
}
