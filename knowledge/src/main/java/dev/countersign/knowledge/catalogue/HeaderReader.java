package dev.countersign.knowledge.catalogue;

import dev.countersign.knowledge.catalogue.CatalogueHeader.SourceFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the fields of a header one by one. */
final class HeaderReader {
  /** The version of the layout of the data files; a reader refuses any other. */
  static final int FORMAT = 1;

  private final JsonWalk json;
  private final Map<String, String> texts = new HashMap<>();
  private final SortedMap<EntryKind, Integer> counts = new TreeMap<>();
  private List<SourceFile> files = List.of();

  HeaderReader(JsonWalk json) {
    this.json = json;
  }

  void field(String name) {
    switch (name) {
      case "catalogue" -> format(json.number());
      case "files" -> files = json.list(this::file);
      case "counts" -> json.object(this::count);
      default -> texts.put(name, json.text());
    }
  }

  CatalogueHeader header() {
    CatalogueHeader header =
        new CatalogueHeader(
            take("id"),
            take("title"),
            take("edition"),
            take("publisher"),
            take("licence"),
            take("source"),
            take("attribution"),
            day(take("imported")),
            take("change"),
            take("prefix"),
            Optional.ofNullable(texts.remove("suffix")),
            files,
            counts);
    if (!texts.isEmpty()) {
      throw json.problem("unknown fields " + new TreeMap<>(texts).keySet());
    }
    return header;
  }

  private void format(int found) {
    if (found != FORMAT) {
      throw json.problem("data of format " + found + " cannot be read, only " + FORMAT);
    }
  }

  private void count(String kind) {
    counts.put(json.value(kind, EntryKind.values(), EntryKind::word), json.number());
  }

  private SourceFile file() {
    Map<String, String> fields = new HashMap<>();
    json.object(name -> fields.put(name, json.text()));
    return new SourceFile(fields.getOrDefault("name", ""), fields.getOrDefault("sha256", ""));
  }

  private String take(String name) {
    String value = texts.remove(name);
    if (value == null) {
      throw json.problem("the field '" + name + "' is missing");
    }
    return value;
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      throw json.problem("'" + text + "' is no day");
    }
  }
}
