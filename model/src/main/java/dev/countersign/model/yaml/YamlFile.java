package dev.countersign.model.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a YAML file of one document into a tree with places.
 *
 * <p>Read are UTF-8, and UTF-16 with a byte order mark. Bounded: {@value #MAX_BYTES} bytes, {@value
 * #MAX_DEPTH} levels, {@value #MAX_NODES} values, {@value #MAX_ALIASED} values by alias. Refused:
 * tags other than those of YAML's core schema, keys that are not plain values, keys that stand
 * twice, more than one document.
 */
public final class YamlFile {
  /** The largest file that is read: 4 MiB. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  /** How many levels maps and lists may be nested. */
  public static final int MAX_DEPTH = 32;

  /** How many values a file may hold. */
  public static final int MAX_NODES = 1_000_000;

  /** How many values aliases may repeat in all: the bound against alias bombs. */
  public static final int MAX_ALIASED = 10_000;

  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param problems takes what is wrong; if it is only a repeated key, there is a tree all the same
   * @return empty where no tree could be made
   */
  public static Optional<YamlNode> read(Path file, Problems problems) {
    String name = shownName(file);
    return bytes(file, name, problems).flatMap(bytes -> parse(name, bytes, problems));
  }

  /** Reads the content of a file that is shown to people under {@code name}. */
  public static Optional<YamlNode> parse(String name, byte[] content, Problems problems) {
    if (content.length > MAX_BYTES) {
      return tooLarge(name, problems);
    }
    return Decoder.decode(name, content, problems).flatMap(text -> parse(name, text, problems));
  }

  /** Reads text that is shown to people under {@code name}. */
  public static Optional<YamlNode> parse(String name, String text, Problems problems) {
    SourceText source = new SourceText(name, text);
    int bad = Decoder.firstUnprintable(text);
    if (bad >= 0) {
      problems.add(
          "not-text",
          source.spanAt(bad),
          "the character U+%04X may not stand in YAML".formatted(text.codePointAt(bad)),
          "printable text",
          "Remove it, or write it as an escape in double quotes.");
      return Optional.empty();
    }
    return TreeBuilder.build(source, text, problems);
  }

  /** A path as a person would type it: relative to the working folder where it is below it. */
  public static String shownName(Path file) {
    Path folder = Path.of("").toAbsolutePath();
    Path whole = file.toAbsolutePath().normalize();
    boolean below = whole.startsWith(folder) && !whole.equals(folder);
    Path shown = below ? folder.relativize(whole) : file.normalize();
    return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
  }

  private static Optional<byte[]> bytes(Path file, String name, Problems problems) {
    // A pipe or a device could wait or go on for ever.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return noFile(name, "not a file", "Name a file.", problems);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      return content.length > MAX_BYTES ? tooLarge(name, problems) : Optional.of(content);
    } catch (NoSuchFileException missing) {
      return noFile(name, "no such file", "Check the path.", problems);
    } catch (IOException failed) {
      return noFile(
          name, "the file cannot be read", "Check its permissions and its disk.", problems);
    }
  }

  private static <T> Optional<T> noFile(String name, String what, String next, Problems problems) {
    problems.add("no-file", Span.start(name), what, "a readable file", next);
    return Optional.empty();
  }

  private static <T> Optional<T> tooLarge(String name, Problems problems) {
    problems.add(
        "too-large",
        Span.start(name),
        "the file is larger than 4 MiB",
        "at most 4 MiB (" + MAX_BYTES + " bytes)",
        "Split it with 'include', or check that it is the right file.");
    return Optional.empty();
  }
}
