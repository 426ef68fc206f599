package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.Catalogue;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.CatalogueReader;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Change;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Outcome;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.Span;
import dev.countersign.model.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the data files of the catalogues from a folder of publishers' files.
 *
 * <p>The folder of the data holds {@code sources/}, a description of each catalogue: which edition,
 * whose, under which licence, from which files. An import reads these and the files that they name,
 * and writes {@code ID.json} for each and {@code index.json} for all. The same files give the same
 * bytes, so that a new release is one command and a diff that people can review. A catalogue none
 * of whose files is in the folder stays as it is. The network is not used.
 */
public final class CatalogueImport {
  private static final String INDEX = "index.json";

  private final Path upstream;
  private final Path target;
  private final Problems problems = new Problems();
  private final SortedMap<String, Catalogue> catalogues = new TreeMap<>();
  private final Set<String> kept = new HashSet<>();

  private CatalogueImport(Path upstream, Path target) {
    this.upstream = upstream;
    this.target = target;
  }

  /**
   * Imports from the folder that is named first into the one that is named second, and says what it
   * did on standard error.
   */
  public static void main(String... folders) throws IOException {
    if (folders.length != 2) {
      System.err.println("Give two folders: that of the publishers' files and that of the data.");
      System.exit(2);
    }
    try {
      System.err.print(run(Path.of(folders[0]), Path.of(folders[1])));
    } catch (ImportRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    }
  }

  /**
   * Imports.
   *
   * @param upstream folder of the publishers' files, named as the descriptions name them
   * @param target folder of the data, with {@code sources/}
   * @throws ImportRefused if anything is wrong with the descriptions or the files; nothing is
   *     written then
   * @throws IOException if files cannot be written
   */
  public static ImportReport run(Path upstream, Path target) throws ImportRefused, IOException {
    return new CatalogueImport(upstream, target).run();
  }

  private ImportReport run() throws ImportRefused, IOException {
    for (Source source : SourceReader.readAll(target.resolve("sources"), problems)) {
      read(source).ifPresent(catalogue -> catalogues.put(source.id(), catalogue));
    }
    if (!problems.isEmpty()) {
      throw new ImportRefused(problems.sorted());
    }
    Externals externals = new Externals(catalogues.values());
    List<Outcome> outcomes = new ArrayList<>();
    for (Catalogue catalogue : catalogues.values()) {
      outcomes.add(write(externals.mark(catalogue)));
    }
    List<CatalogueHeader> headers = catalogues.values().stream().map(Catalogue::header).toList();
    write(INDEX, CatalogueWriter.writeIndex(headers));
    return new ImportReport(outcomes);
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
    List<CatalogueEntry> entries = format.read(source, files);
    return problems.isEmpty() ? Optional.of(catalogue(source, files, entries)) : Optional.empty();
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

  private Catalogue catalogue(Source source, Upstream files, List<CatalogueEntry> entries) {
    Map<String, CatalogueEntry> unique = new TreeMap<>();
    SortedMap<EntryKind, Integer> counts = new TreeMap<>();
    Span place = source.tree().span();
    for (CatalogueEntry entry : entries) {
      if (unique.putIfAbsent(entry.id(), entry) == null) {
        counts.merge(entry.kind(), 1, Integer::sum);
      } else {
        String message = "the files of '" + source.id() + "' have " + entry.id() + " twice";
        problems.add("repeated-id", place, message, "each id once", "Ask the publisher.");
      }
    }
    CatalogueHeader header = source.header().with(files.files(), counts);
    return new Catalogue(header, List.copyOf(unique.values()));
  }

  private Outcome write(Catalogue catalogue) throws IOException {
    CatalogueHeader header = catalogue.header();
    boolean changed = write(header.id() + ".json", CatalogueWriter.write(catalogue));
    Change same = kept.contains(header.id()) ? Change.KEPT : Change.SAME;
    return new Outcome(
        header.id(), header.edition(), header.size(), changed ? Change.WRITTEN : same);
  }

  private boolean write(String name, String content) throws IOException {
    Path file = target.resolve(name);
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return false;
    }
    Files.writeString(file, content);
    return true;
  }
}
