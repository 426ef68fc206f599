package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import dev.countersign.knowledge.catalogue.LinkStatus;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list that is kept by hand in the description of the catalogue itself, for what no publisher
 * releases as data: {@code kind}, and {@code entries} by id with {@code title}, {@code url}, {@code
 * text} and links. A link is a key named after its kind, for what the publisher itself says; what
 * others say stands under {@code links}, with authority and status.
 */
final class HandKeptList implements SourceFormat {
  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    Problems problems = upstream.problems();
    MapReader list = MapReader.of(source.tree(), "a list", problems);
    Optional<EntryKind> kind = kind(list.required("kind", "what the entries are"));
    Optional<YamlNode> found = list.required("entries", "the entries by id").node("entries");
    List<CatalogueEntry> entries = new ArrayList<>();
    for (Entry entry : found.map(node -> entries(node, problems)).orElse(List.of())) {
      entries.add(entry(entry, kind.orElse(EntryKind.TOPIC), source, problems));
    }
    return entries;
  }

  private static List<Entry> entries(YamlNode node, Problems problems) {
    return MapReader.of(node, "entries by id", problems).map().entries();
  }

  private static CatalogueEntry entry(
      Entry entry, EntryKind usual, Source source, Problems problems) {
    MapReader map = MapReader.of(entry.value(), "an entry", problems);
    String id = entry.key().text();
    if (!source.header().claims(id)) {
      problems.expected(
          entry.key(), "an id with the prefix and suffix of the list", "Correct one of them.");
    }
    EntryDraft draft =
        new EntryDraft(
                id,
                kind(map).orElse(usual),
                map.required("title", "its name").text("title").orElse(""))
            .url(map.text("url").orElse(""))
            .text(map.text("text").map(Prose::paragraphs).orElse(List.of()))
            .attribute("applies-to", map.texts("applies-to"));
    addOwnLinks(map, source, draft);
    addOtherLinks(map, draft, problems);
    map.done();
    return draft.entry();
  }

  private static void addOwnLinks(MapReader map, Source source, EntryDraft draft) {
    for (LinkKind kind : LinkKind.values()) {
      for (String to : map.texts(kind.word())) {
        String authority = source.header().publisher();
        draft.link(CatalogueLink.of(kind, to, authority, LinkStatus.FINAL));
      }
    }
  }

  private static void addOtherLinks(MapReader map, EntryDraft draft, Problems problems) {
    Optional<YamlNode> links = map.node("links");
    if (links.isPresent() && links.get() instanceof Sequence list) {
      list.items().forEach(item -> draft.link(link(item, problems)));
    } else if (links.isPresent()) {
      problems.expected(links.get(), "a list of links", "Begin each with '- { kind: …'.");
    }
  }

  private static CatalogueLink link(YamlNode item, Problems problems) {
    MapReader map = MapReader.of(item, "a link", problems);
    LinkKind kind = word(map, "kind", LinkKind.values(), LinkKind::word).orElse(LinkKind.MAPS_TO);
    LinkStatus status =
        word(map, "status", LinkStatus.values(), LinkStatus::word).orElse(LinkStatus.UNREVIEWED);
    CatalogueLink link =
        CatalogueLink.of(kind, need(map, "to"), need(map, "authority"), status)
            .saying(map.text("note").map(Prose::line).orElse(""));
    Optional<String> edition = map.text("edition");
    map.done();
    return edition.isEmpty() ? link : link.of(edition.get());
  }

  private static String need(MapReader map, String key) {
    return map.required(key, "a text").text(key).orElse("");
  }

  private static Optional<EntryKind> kind(MapReader map) {
    return word(map, "kind", EntryKind.values(), EntryKind::word);
  }

  private static <E> Optional<E> word(
      MapReader map, String key, E[] values, Function<E, String> word) {
    List<String> words = Stream.of(values).map(word).toList();
    return map.word(key, words).map(found -> values[words.indexOf(found)]);
  }
}
