package dev.countersign.cli.console;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

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
      create(target, text.getBytes(StandardCharsets.UTF_8));
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

  /**
   * Writes these bytes, in a folder that is there.
   *
   * @param attributes with which the file is made, from its first byte on
   * @throws FileAlreadyExistsException if something is there; it is as it was
   */
  public static void create(Path file, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(draft);
      write(draft, content, attributes);
      place(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Path draft, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(draft, Set.of(CREATE_NEW, WRITE), attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** A link is refused where something is there; a move looks first, and somebody may be faster. */
  private static void place(Path draft, Path target) throws IOException {
    try {
      Files.createLink(target, draft);
    } catch (FileAlreadyExistsException there) {
      throw there;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      // Without options a move refuses to replace.
      Files.move(draft, target);
    }
  }
}
