package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Reads the descriptions of the catalogues: one file a catalogue, named after its id. */
final class SourceReader {
  private final MapReader map;
  private final Problems problems;

  private SourceReader(YamlNode tree, Problems problems) {
    this.map = MapReader.of(tree, "the description of a catalogue", problems);
    this.problems = problems;
  }

  /** All descriptions in a folder, sorted by id. */
  static List<Source> readAll(Path folder, Problems problems) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yaml")) {
      found.forEach(files::add);
    }
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      YamlFile.read(file, problems)
          .ifPresent(tree -> sources.add(new SourceReader(tree, problems).source(file)));
    }
    sources.sort(Comparator.comparing(Source::id));
    return sources;
  }

  private Source source(Path file) {
    Source source =
        new Source(
            header(),
            need("format", "the format of the files"),
            map.texts("files"),
            YamlFile.shownName(file),
            map.map());
    // Lists that are kept by hand stand in the description itself.
    map.node("entries");
    map.node("kind");
    map.done();
    named(source, file);
    return source;
  }

  private CatalogueHeader header() {
    return new CatalogueHeader(
        need("id", "the name of this file without its ending"),
        need("title", "the publisher's name for it"),
        need("edition", "the edition that is imported"),
        need("publisher", "who publishes it"),
        need("licence", "an SPDX identifier, or words"),
        need("source", "where it was taken from, with commit, tag or date"),
        need("attribution", "the line that the licence asks for"),
        map.required("imported", "a day").date("imported").orElse(LocalDate.EPOCH),
        need("change", "what is left out or changed"),
        need("prefix", "what its ids begin with"),
        map.text("suffix"),
        List.of(),
        new TreeMap<>());
  }

  private String need(String key, String meaning) {
    return map.required(key, meaning).text(key).map(String::strip).orElse("");
  }

  private void named(Source source, Path file) {
    String name = source.id() + ".yaml";
    if (!file.endsWith(name)) {
      problems.expected(
          map.node("id").orElse(map.map()), "the name of the file", "Call the file " + name + ".");
    }
  }
}
