package dev.countersign.bom.gather;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a system, as the manifest in its folder states it. */
final class Version {
  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern KEY =
      Pattern.compile(" {0,4}\"?version\"?\\s*[=:]\\s*[\"']([^\"']{1,100})[\"'].*");

  /**
   * A manifest.
   *
   * @param sections in which its version stands; empty text for the beginning of the file
   */
  private record Manifest(String file, Set<String> sections) {}

  private static final List<Manifest> MANIFESTS =
      List.of(
          new Manifest("pyproject.toml", Set.of("[project]", "[tool.poetry]")),
          new Manifest("package.json", Set.of("")),
          new Manifest("Cargo.toml", Set.of("[package]")));

  private Version() {}

  static Optional<String> in(Path folder) {
    return MANIFESTS.stream().flatMap(manifest -> find(folder, manifest).stream()).findFirst();
  }

  private static Optional<String> find(Path folder, Manifest manifest) {
    Path file = folder.resolve(manifest.file());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return stated(text, manifest.sections());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> stated(String text, Set<String> sections) {
    String section = "";
    for (String line : text.lines().toList()) {
      Matcher key = KEY.matcher(line);
      if (line.startsWith("[")) {
        section = line.strip();
      } else if (sections.contains(section) && key.matches()) {
        return Optional.of(key.group(1));
      }
    }
    return Optional.empty();
  }
}
