package dev.countersign.attest.oms;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of a signature (section 9). */
public final class BundleFile {
  /** A bundle of 300,000 files is about as large. */
  private static final int MOST_BYTES = 64 << 20;

  private static final Pattern DRAFT =
      Pattern.compile("\\.(.+)\\.([1-9][0-9]{0,9})\\.countersign-draft", Pattern.DOTALL);

  private BundleFile() {}

  /** Where the signature of a model is unless somebody says otherwise. */
  public static Path of(Path model) {
    Path name = model.getFileName();
    return Files.isDirectory(model) || name == null
        ? model.resolve("model.sig")
        : model.resolveSibling(name + ".sig");
  }

  /**
   * Reads a bundle.
   *
   * @throws IOException if it cannot be read
   */
  public static Bundle read(Path file) throws IOException, MalformedBundle {
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than is parsed, so that the parser says what is wrong.
      return Bundle.parse(in.readNBytes(MOST_BYTES + 1));
    }
  }

  /** Writes it as a whole or not at all, also if the process is killed meanwhile. */
  static void write(Path file, Bundle bundle) throws IOException {
    Path draft =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".countersign-draft");
    try {
      try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE))) {
        ByteBuffer bytes = ByteBuffer.wrap(bundle.toJson());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Whether a path ends in the name of a draft. */
  static boolean isDraft(String path) {
    return DRAFT.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }

  /** Deletes what killed signers left of this file. */
  static void sweep(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(folder, entry -> isStale(entry, file))) {
      for (Path draft : drafts) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static boolean isStale(Path entry, Path file) {
    Matcher matcher = DRAFT.matcher(String.valueOf(entry.getFileName()));
    if (!matcher.matches() || !matcher.group(1).equals(String.valueOf(file.getFileName()))) {
      return false;
    }
    Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(matcher.group(2)));
    boolean writing = writer.isPresent() && !writer.get().equals(ProcessHandle.current());
    return !writing && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
  }
}
