package dev.countersign.knowledge.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the fields of one entry. */
final class EntryReader {
  private final JsonWalk json;
  private String id = "";
  private String title = "";
  private EntryKind kind = EntryKind.TOPIC;
  private Optional<String> url = Optional.empty();
  private List<String> text = List.of();
  private List<CatalogueLink> links = List.of();
  private final SortedMap<String, List<String>> attributes = new TreeMap<>();

  private EntryReader(JsonWalk json) {
    this.json = json;
  }

  static CatalogueEntry read(JsonWalk json) {
    EntryReader entry = new EntryReader(json);
    json.object(entry::field);
    return entry.entry();
  }

  private CatalogueEntry entry() {
    if (id.isEmpty() || title.isEmpty()) {
      throw json.problem("an entry needs 'id' and 'title'");
    }
    return new CatalogueEntry(id, kind, title, url, text, attributes, links);
  }

  private void field(String name) {
    switch (name) {
      case "id" -> id = json.text();
      case "kind" -> kind = json.word(EntryKind.values(), EntryKind::word);
      case "title" -> title = json.text();
      case "url" -> url = Optional.of(json.text());
      case "attributes" -> json.object(key -> attributes.put(key, json.texts()));
      case "text" -> text = json.texts();
      case "links" -> links = json.list(() -> LinkReader.read(json));
      default -> throw json.problem("unknown field '" + name + "'");
    }
  }
}
