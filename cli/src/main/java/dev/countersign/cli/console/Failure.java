package dev.countersign.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why a file cannot be read or written, in words for people. */
public final class Failure {
  private Failure() {}

  /** The reason, a clause without a full stop. */
  public static String why(IOException failed) {
    return switch (failed) {
      case NoSuchFileException _ -> "the file or its folder does not exist";
      case AccessDeniedException _ -> "there is no permission";
      case FileAlreadyExistsException _, NotDirectoryException _ ->
          "a file stands where a folder is needed";
      case FileSystemException other ->
          Optional.ofNullable(other.getReason()).orElse("the file system refuses");
      default -> "the file system refuses";
    };
  }
}
