package dev.countersign.provenance.lineage;

import dev.countersign.provenance.MalformedMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements of some folders, found by the digests that they are about. Files that hold no
 * statement are passed over; nothing is verified.
 */
public final class Library {
  private static final int MOST_FILES = 10_000;

  private final Map<String, StatementFile> datasets = new LinkedHashMap<>();
  private final Map<String, StatementFile> made = new LinkedHashMap<>();
  private final Map<String, Set<StatementFile>> names = new LinkedHashMap<>();

  private Library() {}

  /**
   * The statements in these folders, not in those below. What is signed goes before what is not,
   * then what comes first by folder and name.
   */
  public static Library of(Collection<Path> folders) {
    Library library = new Library();
    List<StatementFile> found = new ArrayList<>();
    for (Path folder : folders) {
      found.addAll(in(folder));
    }
    found.stream().filter(file -> file.bundle().isPresent()).forEach(library::add);
    found.stream().filter(file -> file.bundle().isEmpty()).forEach(library::add);
    return library;
  }

  /** The statement about the dataset with this tree digest. */
  public Optional<StatementFile> dataset(String digest) {
    return Optional.ofNullable(datasets.get(digest));
  }

  /** The statement that says how the thing with this SHA-256 was made. */
  public Optional<StatementFile> made(String sha256) {
    return Optional.ofNullable(made.get(sha256));
  }

  /** Statements about datasets of this name, whatever their digest. */
  public List<StatementFile> named(String name) {
    return List.copyOf(names.getOrDefault(name, Set.of()));
  }

  private void add(StatementFile file) {
    Map<String, StatementFile> index = file.isDataset() ? datasets : made;
    if (!file.isDataset() && !file.isTraining()) {
      return;
    }
    for (var subject : file.statement().subjects()) {
      subject.sha256().ifPresent(digest -> index.putIfAbsent(digest, file));
      if (file.isDataset()) {
        subject
            .name()
            .ifPresent(name -> names.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(file));
      }
    }
  }

  private static List<StatementFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .limit(MOST_FILES)
          .sorted()
          .flatMap(file -> statement(file).stream())
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static Optional<StatementFile> statement(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(StatementFile.read(file)) : Optional.empty();
    } catch (IOException | MalformedMetadata other) {
      return Optional.empty();
    }
  }
}
