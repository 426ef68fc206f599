package dev.countersign.cli.console;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Writes a file that is not there yet, as a whole or not at all. */
public final class NewFile {
  private NewFile() {}

  /**
   * Writes the text in UTF-8. What exists under that name is never touched, not even where it came
   * into being a moment ago.
   *
   * @throws Refused if something is there, or if it cannot be written
   */
  public static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    try {
      folder(target.resolveSibling(""));
      create(target, text);
    } catch (FileAlreadyExistsException there) {
      throw new Refused(file + " is there already. Name another file.");
    } catch (IOException failed) {
      throw new Refused(
          file
              + " cannot be written ("
              + Failure.why(failed)
              + "). Choose a place that you may write to.");
    }
  }

  private static void folder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException file) {
      throw new NotDirectoryException(folder.toString());
    }
  }

  private static void create(Path target, String text) throws IOException {
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(draft);
      Files.writeString(draft, text, StandardCharsets.UTF_8, CREATE_NEW, WRITE);
      // Without options a move refuses to replace.
      Files.move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
