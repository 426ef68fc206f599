package dev.countersign.assess.maturity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the small files of a repository that may call Countersign. */
final class TraceFiles {
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_FILES = 200;

  /** A command, an action, a template or a hook; names of folders and badges are none. */
  private static final Pattern CALL =
      Pattern.compile(
          "countersign[\"']?\\s{1,8}check\\b"
              + "|\\buses:\\s{0,8}\\S{0,200}countersign"
              + "|\\b(?:component|project|remote|template|file|id|repo):\\s{0,8}\\S{0,200}countersign");

  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)(?:#|//).*");

  private final Path root;

  TraceFiles(Path root) {
    this.root = root;
  }

  /** The path of a file from the root, with slashes. */
  String nameOf(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path below = whole.startsWith(root) ? root.relativize(whole) : whole.getFileName();
    return below.toString().replace('\\', '/');
  }

  /** Those of the files, and of the files in the folders, that call Countersign; sorted. */
  List<String> calling(List<String> places) {
    return places.stream()
        .flatMap(this::files)
        .filter(name -> text(name).filter(TraceFiles::calls).isPresent())
        .sorted()
        .toList();
  }

  /** The text of a small plain file. */
  Optional<String> text(String name) {
    Path file = root.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      return content.length > MAX_BYTES
          ? Optional.empty()
          : Optional.of(new String(content, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private Stream<String> files(String place) {
    Path path = root.resolve(place);
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.of(place);
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(path)) {
      for (Path file : folder) {
        if (names.size() < MAX_FILES) {
          names.add(place + "/" + file.getFileName());
        }
      }
    } catch (NoSuchFileException | NotDirectoryException gone) {
      return Stream.empty();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
    return names.stream();
  }

  private static boolean calls(String text) {
    return text.lines()
        .map(line -> COMMENT.matcher(line).replaceFirst(""))
        .anyMatch(line -> CALL.matcher(line).find());
  }
}
