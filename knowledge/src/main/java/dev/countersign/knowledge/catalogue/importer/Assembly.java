package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.Catalogue;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueReader;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the catalogues together in memory: from their files, or from the data there are already. */
final class Assembly {
  private final Path upstream;
  private final Path target;
  private final Problems problems;
  private final List<Catalogue> catalogues = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private final Map<String, String> owners = new HashMap<>();

  Assembly(Path upstream, Path target, Problems problems) {
    this.upstream = upstream;
    this.target = target;
    this.problems = problems;
  }

  /** The catalogues, sorted by id. What is wrong goes to the problems; then they are not whole. */
  List<Catalogue> assemble() throws IOException {
    for (Source source : SourceReader.readAll(target.resolve("sources"), problems)) {
      Optional<Catalogue> catalogue = read(source);
      catalogue.ifPresent(found -> add(source, found));
    }
    return catalogues;
  }

  /** Whether the data of a catalogue stay, since none of its files is in the folder. */
  boolean isKept(String id) {
    return kept.contains(id);
  }

  private void add(Source source, Catalogue catalogue) {
    catalogues.add(catalogue);
    for (CatalogueEntry entry : catalogue.entries()) {
      String owner = owners.putIfAbsent(entry.id(), source.id());
      if (owner != null) {
        wrong(source, entry.id() + " is in the catalogue '" + owner + "' too");
      }
    }
  }

  private Optional<Catalogue> read(Source source) throws IOException {
    Upstream files = new Upstream(upstream, problems);
    SourceFormat format = Formats.ALL.get(source.format());
    if (format == null) {
      problems.expected(
          source.tree().get("format").orElse(source.tree()),
          "one of " + String.join(", ", Formats.ALL.keySet()),
          "Choose one, or write a SourceFormat.");
      return Optional.empty();
    }
    if (!source.inputs().isEmpty() && source.inputs().stream().noneMatch(files::has)) {
      return keep(source);
    }
    return catalogue(source, files, format.read(source, files));
  }

  private Optional<Catalogue> keep(Source source) throws IOException {
    Path file = target.resolve(source.id() + ".json");
    if (Files.notExists(file)) {
      problems.add(
          "no-file",
          source.tree().span(),
          "none of the files of '" + source.id() + "' is in the folder, and there are no data yet",
          String.join(", ", source.inputs()),
          "Put them into " + YamlFile.shownName(upstream) + ".");
      return Optional.empty();
    }
    kept.add(source.id());
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(CatalogueReader.read(in));
    }
  }

  private Optional<Catalogue> catalogue(
      Source source, Upstream files, List<CatalogueEntry> entries) {
    SortedMap<String, CatalogueEntry> unique = new TreeMap<>();
    SortedMap<EntryKind, Integer> counts = new TreeMap<>();
    for (CatalogueEntry entry : entries) {
      counts.merge(entry.kind(), 1, Integer::sum);
      if (unique.put(entry.id(), entry) != null) {
        wrong(source, entry.id() + " is there twice");
      }
      if (!source.header().claims(entry.id())) {
        wrong(source, entry.id() + " does not have the prefix and suffix described");
      }
    }
    return problems.isEmpty()
        ? Optional.of(
            new Catalogue(
                source.header().with(files.files(), counts), List.copyOf(unique.values())))
        : Optional.empty();
  }

  private void wrong(Source source, String message) {
    problems.add(
        "bad-id",
        source.tree().span(),
        message,
        "ids of the form described, each once",
        "Correct the description, or ask the publisher.");
  }
}
