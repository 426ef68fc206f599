package dev.countersign.runner.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Files that are one log: {@code log.jsonl}, and what rotation made of older parts, {@code
 * log.jsonl.1} and {@code log.jsonl.2.gz}, of which a larger number is older.
 *
 * @param path without number and compression
 * @param number of the part; 0 of the one that is written to
 * @param file itself
 */
record Family(String path, int number, Path file) {
  /** Families by name, and in each the oldest part first. */
  static final Comparator<Family> ORDER =
      Comparator.comparing(Family::path)
          .thenComparing(Comparator.comparingInt(Family::number).reversed())
          .thenComparing(part -> part.file().toString());

  private static final List<String> LOGS =
      List.of(".jsonl", ".ndjson", ".json", ".log", ".parquet");

  static Family of(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    if (isCompressed(path)) {
      path = path.substring(0, path.lastIndexOf('.'));
    }
    int dot = path.lastIndexOf('.');
    String end = path.substring(dot + 1);
    if (dot > 0 && isNumber(end)) {
      return new Family(path.substring(0, dot), Integer.parseInt(end), file);
    }
    return new Family(path, 0, file);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 8 && text.chars().allMatch(Character::isDigit);
  }

  private static boolean isCompressed(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".gz") || lower.endsWith(".zst");
  }

  /** Whether a file in a folder is taken for a log by its name. */
  private boolean isLog() {
    String name = path.toLowerCase(Locale.ROOT);
    return !Path.of(path).getFileName().toString().startsWith(".")
        && LOGS.stream().anyMatch(name::endsWith);
  }

  /**
   * The logs in a folder, in order; not those in folders of it.
   *
   * @throws IOException if it cannot be listed
   */
  static List<Family> in(Path folder) throws IOException {
    List<Family> parts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      files.forEach(file -> parts.add(of(file)));
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return parts.stream().filter(Family::isLog).sorted(ORDER).toList();
  }

  /**
   * The parts of the log that a file belongs to, in order.
   *
   * @throws IOException if its folder cannot be listed
   */
  List<Family> all() throws IOException {
    Path folder = Path.of(path).getParent();
    List<Family> parts = new ArrayList<>();
    String name = Path.of(path).getFileName().toString();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, one -> one.getFileName().toString().startsWith(name))) {
      files.forEach(one -> parts.add(of(one)));
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return parts.stream().filter(part -> part.path.equals(path)).sorted(ORDER).toList();
  }
}
