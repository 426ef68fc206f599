package dev.countersign.knowledge.catalogue.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the small files that imports are tested on, free to be changed. */
final class ImportFixture {
  private static final Path FILES =
      Path.of("src/test/resources/dev/countersign/knowledge/catalogue/importer");

  final Path upstream;
  final Path target;

  /**
   * Makes a copy.
   *
   * @param sources which descriptions: {@code v5} or {@code v6}
   */
  ImportFixture(Path folder, String sources) throws IOException {
    upstream = folder.resolve("upstream");
    target = folder.resolve("data");
    copy(FILES.resolve("upstream"), upstream);
    copy(FILES.resolve(sources).resolve("sources"), target.resolve("sources"));
  }

  /** The folder with the data that an import should give. */
  static Path expected(String sources) {
    return FILES.resolve(sources).resolve("expected");
  }

  ImportReport run() throws ImportRefused, IOException {
    return CatalogueImport.run(upstream, target);
  }

  /** The names of the data files, sorted. */
  static List<String> dataFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  /** Replaces words in one of the files. */
  void edit(Path file, String words, String others) throws IOException {
    String content = Files.readString(file);
    if (!content.contains(words)) {
      throw new IllegalArgumentException("'" + words + "' is not in " + file);
    }
    Files.writeString(file, content.replace(words, others));
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      files.filter(Files::isRegularFile).forEach(file -> copyFile(file, to));
    }
  }

  private static void copyFile(Path file, Path to) {
    try {
      Files.copy(file, to.resolve(file.getFileName()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
