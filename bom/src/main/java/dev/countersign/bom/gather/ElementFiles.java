package dev.countersign.bom.gather;

import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.bom.PartFile;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.FilePatterns;
import dev.countersign.model.Place;
import dev.countersign.model.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The files behind elements, hashed if that is asked for. */
final class ElementFiles {
  private final Order order;
  private final Path repository;
  private final List<String> notes = new ArrayList<>();

  ElementFiles(Order order) {
    this.order = order;
    this.repository = Repository.rootOf(order.folder());
  }

  /** The paths that {@code files} of an element names, sorted; none where it names none. */
  List<Path> paths(Element element) throws IOException {
    Fact fact = element.facts().get("files");
    if (fact == null || !(fact.value() instanceof FactValue.Paths(var patterns))) {
      return List.of();
    }
    List<Path> found = FilePatterns.find(patterns, folderOf(fact.place()), repository);
    if (found.isEmpty()) {
      notes.add(
          "No file of "
              + element.id()
              + " is there ("
              + String.join(", ", patterns)
              + "): its bytes are not listed.");
    }
    return found;
  }

  /** The files at these paths with their sizes and digests. */
  List<PartFile> hashed(List<Path> paths) throws IOException {
    List<FileToHash> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new FileToHash(name(path), path, Files.size(path)));
    }
    if (!order.hash()) {
      return files.stream()
          .map(file -> new PartFile(file.name(), file.bytes(), Optional.empty()))
          .toList();
    }
    return hash(files).stream()
        .map(file -> new PartFile(file.name(), file.bytes(), Optional.of(file.digest())))
        .toList();
  }

  /** The folders that files lie in, without those below, sorted. */
  static List<Path> foldersOf(List<Path> paths) {
    TreeSet<Path> folders = new TreeSet<>();
    paths.forEach(path -> folders.add(path.resolveSibling("").toAbsolutePath().normalize()));
    return List.copyOf(folders);
  }

  /** What a reader should know, a sentence each. */
  List<String> notes() {
    return notes;
  }

  /** Adds a sentence. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** The path as the bill names it: relative to the folder of the threat model. */
  String name(Path path) throws IOException {
    return order.folder().toRealPath().relativize(path).toString().replace('\\', '/');
  }

  private Path folderOf(Place place) {
    return order.drafted()
        ? order.folder()
        : Path.of(place.file()).toAbsolutePath().normalize().resolveSibling("");
  }

  private List<HashedFile> hash(List<FileToHash> files) throws IOException {
    try {
      return FileHasher.of(HashAlgorithm.SHA256).reporting(order.progress()).hash(files);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }
}
