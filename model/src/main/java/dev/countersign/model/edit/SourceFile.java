package dev.countersign.model.edit;

import dev.countersign.model.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of a system, as it was read and as it shall be.
 *
 * @param file its real path: links are followed, so that they stay links
 * @param name as the user would type it
 * @param before what it held when it was read
 * @param text what it shall hold, without byte order mark
 */
public record SourceFile(Path file, String name, String before, String text) {
  private static final String MARK = "\uFEFF";

  /** Reads a file; empty where it cannot be read or is not UTF-8. */
  static Optional<SourceFile> read(String name) {
    try {
      Path real = Path.of(name).toRealPath();
      return bytes(real)
          .flatMap(SourceFile::decode)
          .map(text -> new SourceFile(real, name, text, bare(text)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The same file with other text. */
  SourceFile with(String changed) {
    return new SourceFile(file, name, before, changed);
  }

  /** What it shall hold, with the byte order mark that it had. */
  public String after() {
    return before.startsWith(MARK) ? MARK + text : text;
  }

  /** Whether anything is to be written. */
  public boolean changed() {
    return !after().equals(before);
  }

  /** Whether the file still holds what it held when it was read. */
  public boolean current() {
    try {
      return bytes(file)
          .filter(now -> Arrays.equals(now, before.getBytes(StandardCharsets.UTF_8)))
          .isPresent();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String bare(String text) {
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  private static Optional<byte[]> bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(YamlFile.MAX_BYTES + 1);
      return content.length > YamlFile.MAX_BYTES ? Optional.empty() : Optional.of(content);
    }
  }

  private static Optional<String> decode(byte[] content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
