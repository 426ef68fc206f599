package dev.countersign.assess.signoff;

import dev.countersign.assess.files.FileBytes;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.FilePatterns;
import dev.countersign.model.Place;
import dev.countersign.model.Repository;
import dev.countersign.model.SystemModel;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The digests of the files of models and datasets. A single file has the digest that {@code
 * sha256sum} prints, so that it may be called otherwise; several have the tree digest of
 * docs/dataset-provenance.md, with names relative to the folder that they share. Each element is
 * read once.
 */
public final class ArtefactFiles implements Artefacts {
  private static final String FILES = "files";

  private final SystemModel system;
  private final Path folder;
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * The files of a system.
   *
   * @param folder that of the system's file
   */
  public ArtefactFiles(SystemModel system, Path folder) {
    this.system = system;
    this.folder = folder;
  }

  @Override
  public Optional<String> digest(Element element) {
    return known.computeIfAbsent(element.id(), _ -> read(element));
  }

  private Optional<String> read(Element element) {
    return Optional.ofNullable(element.facts().get(FILES))
        .filter(fact -> fact.value() instanceof FactValue.Paths)
        .map(this::read);
  }

  /** Bytes that cannot be read are not those that were signed. */
  private String read(Fact files) {
    List<String> patterns = ((FactValue.Paths) files.value()).patterns();
    try {
      List<Path> found =
          FilePatterns.find(patterns, folderOf(files.place()), Repository.rootOf(folder));
      return found.isEmpty() ? ABSENT : "sha256:" + digest(found);
    } catch (IOException unreadable) {
      return ABSENT;
    }
  }

  private static String digest(List<Path> files) throws IOException {
    Path shared = shared(files);
    List<FileToHash> named = new ArrayList<>();
    for (Path file : files) {
      String name = shared.relativize(file).toString().replace('\\', '/');
      if (EntryName.problem(name).isPresent()) {
        throw new IOException("a name that cannot stand in a manifest");
      }
      named.add(new FileToHash(name, file, Files.size(file)));
    }
    List<Entry> entries = FileBytes.entries(named);
    return entries.size() == 1
        ? entries.getFirst().digest()
        : Manifest.of("artefact", entries).digest();
  }

  /** The deepest folder that all of them are in. */
  private static Path shared(List<Path> files) {
    Path shared = files.getFirst().resolveSibling("").normalize();
    for (Path file : files) {
      while (!file.startsWith(shared)) {
        shared = shared.resolve("..").normalize();
      }
    }
    return shared;
  }

  /** Paths are relative to the file that names them, which may be an included one. */
  private Path folderOf(Place place) {
    Path main = Path.of(system.file()).toAbsolutePath().normalize().resolveSibling("");
    Path naming = Path.of(place.file()).toAbsolutePath().normalize().resolveSibling("");
    return folder.toAbsolutePath().resolve(main.relativize(naming)).normalize();
  }
}
