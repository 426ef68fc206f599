package dev.countersign.knowledge.catalogue.importer;

import static dev.countersign.knowledge.catalogue.LinkStatus.FINAL;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OWASP AI Exchange: the Markdown pages of its site. What has a permalink is an entry, and the slug
 * of the permalink is its id; of its text the description is taken, of a topic the beginning.
 */
final class AiExchange implements SourceFormat {
  private static final String PREFIX = "AIX:";
  private static final String AUTHORITY = "OWASP AI Exchange";
  private static final String MAPPER = "OpenCRE, as cited by the AI Exchange";
  private static final Pattern ELSEWHERE =
      Pattern.compile("AML\\.[TM]\\d{4}(?:\\.\\d{3})?|ML(?:0[1-9]|10):2023");
  private static final int TOPIC_PARAGRAPHS = 2;
  private static final int PARAGRAPHS = 12;

  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    Map<String, AiExchangeSection> sections = new LinkedHashMap<>();
    Map<String, List<String>> below = new TreeMap<>();
    for (String file : source.inputs()) {
      List<AiExchangeSection> found = AiExchangeSection.all(upstream.lines(file));
      if (found.isEmpty()) {
        upstream.wrong(file, 1, "no permalink found", "'>Permalink: https://owaspai.org/go/…'");
      }
      // A control that is shown on two pages is described on the first.
      found.forEach(section -> sections.putIfAbsent(section.slug(), section));
      addBelow(found, below);
    }
    List<CatalogueEntry> entries = new ArrayList<>();
    for (AiExchangeSection section : sections.values()) {
      Set<String> slugs = new TreeSet<>(section.controls());
      slugs.addAll(below.getOrDefault(section.slug(), List.of()));
      slugs.removeIf(slug -> !isControl(sections.get(slug)));
      entries.add(entry(section, slugs));
    }
    return entries;
  }

  /** Notes the controls that follow a threat and are said to be its own. */
  private static void addBelow(List<AiExchangeSection> page, Map<String, List<String>> below) {
    List<String> current = new ArrayList<>();
    for (AiExchangeSection section : page) {
      if (section.marked()) {
        current.add(section.slug());
      } else {
        current = new ArrayList<>();
        if (section.hasControlsBelow()) {
          below.put(section.slug(), current);
        }
      }
    }
  }

  private static boolean isControl(@Nullable AiExchangeSection section) {
    return section != null && section.kind() == EntryKind.CONTROL;
  }

  private static CatalogueEntry entry(AiExchangeSection section, Set<String> controls) {
    EntryKind kind = section.kind();
    EntryDraft draft =
        new EntryDraft(PREFIX + section.slug(), kind, section.title())
            .url("https://owaspai.org/go/" + section.slug() + "/")
            .attribute("category", section.category())
            .text(text(section));
    if (kind == EntryKind.THREAT || kind == EntryKind.GROUP) {
      for (String slug : controls) {
        draft.link(CatalogueLink.of(LinkKind.ANSWERED_BY, PREFIX + slug, AUTHORITY, FINAL));
      }
    }
    if (kind != EntryKind.TOPIC) {
      addMappings(section, draft);
    }
    return draft.entry();
  }

  private static List<String> text(AiExchangeSection section) {
    Stream<String> text = Prose.paragraphs(String.join("\n", section.description())).stream();
    // Topics are explanations with long lists of links; their beginning tells what they are about.
    return section.kind() == EntryKind.TOPIC
        ? text.takeWhile(paragraph -> !paragraph.startsWith("- ")).limit(TOPIC_PARAGRAPHS).toList()
        : text.limit(PARAGRAPHS).toList();
  }

  private static void addMappings(AiExchangeSection section, EntryDraft draft) {
    TreeSet<String> ids = new TreeSet<>();
    Matcher matcher = ELSEWHERE.matcher(String.join("\n", section.body()));
    while (matcher.find()) {
      ids.add(matcher.group());
    }
    ids.forEach(id -> draft.link(CatalogueLink.of(LinkKind.MAPS_TO, id, MAPPER, FINAL)));
  }
}
