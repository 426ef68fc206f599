package dev.countersign.cli.console;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file as a whole or not at all, so that nobody ever reads half a report. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes the text in UTF-8, in place of what stood there.
   *
   * @throws Refused if that cannot be done
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes these bytes in place of what stood there.
   *
   * @throws Refused if that cannot be done
   */
  public static void write(Path file, byte[] content) {
    Path target = file.toAbsolutePath();
    try {
      Path folder = target.getParent();
      if (folder == null || Files.exists(target) && !Files.isRegularFile(target)) {
        throw new Refused("--out " + file + " is there and is no plain file. Name another.");
      }
      Files.createDirectories(folder);
      replace(target, folder, content);
    } catch (IOException failed) {
      throw new Refused(
          "--out "
              + file
              + " cannot be written ("
              + Failure.why(failed)
              + "). Choose a place that you may write to.");
    }
  }

  /**
   * Writes the text in UTF-8 in place of what a file holds, which keeps who may read and write it.
   *
   * @throws Refused if that cannot be done
   */
  public static void rewrite(Path file, String text) {
    Path target = file.toAbsolutePath();
    try {
      replace(target, target.resolveSibling(""), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new Refused(
          file
              + " cannot be written ("
              + Failure.why(failed)
              + "). It is as it was. Make it writable.");
    }
  }

  private static void replace(Path target, Path folder, byte[] content) throws IOException {
    // Not createTempFile: its mode 600 would outlive the move, and reports are meant to be read.
    Path draft = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(draft);
      // Whoever interrupts the process finds nothing half-written either.
      draft.toFile().deleteOnExit();
      // CREATE_NEW: a link that somebody else put here is not followed.
      Files.write(draft, content, CREATE_NEW, WRITE);
      keepMode(target, draft);
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void keepMode(Path target, Path draft) throws IOException {
    boolean posix = Files.getFileStore(draft).supportsFileAttributeView("posix");
    if (posix && Files.exists(target)) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
