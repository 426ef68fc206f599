package dev.countersign.bom.gather;

import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.croissant.Croissant;
import dev.countersign.provenance.croissant.CroissantReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Croissant file beside data: what publishes a dataset in a form that programs read. */
final class CroissantFile {
  private static final List<String> NAMES =
      List.of("croissant.json", "metadata.json", "croissant.jsonld");
  private static final int MOST_BYTES = 16 << 20;

  private CroissantFile() {}

  /** The first that can be read in the folders of these files. */
  static Optional<Croissant> beside(List<Path> files) {
    return ElementFiles.foldersOf(files).stream()
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .flatMap(file -> read(file).stream())
        .findFirst();
  }

  private static Optional<Croissant> read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(CroissantReader.read(in.readNBytes(MOST_BYTES + 1)));
    } catch (IOException | MalformedMetadata none) {
      return Optional.empty();
    }
  }
}
