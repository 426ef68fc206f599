package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import dev.countersign.knowledge.catalogue.LinkStatus;
import java.util.List;
import java.util.Locale;

/** What the formats of MITRE ATLAS have in common. */
final class AtlasWords {
  static final String AUTHORITY = "MITRE";

  private static final List<String> TYPES = List.of("incident", "exercise");

  private AtlasWords() {}

  static CatalogueLink link(LinkKind kind, String to) {
    return CatalogueLink.of(kind, to, AUTHORITY, LinkStatus.FINAL);
  }

  /** Reports a file of another edition than the one that the maintainer described. */
  static void checkEdition(Fields atlas, String key, Source source) {
    String found = atlas.need(key);
    String described = source.header().edition();
    if (!found.isEmpty() && !found.equals(described)) {
      String next = "Bring %s up to date: edition, source, date.".formatted(source.file());
      atlas.wrong(key, "the edition " + described + ", as described", next);
    }
  }

  static String url(EntryKind kind, String id) {
    String folder =
        switch (kind) {
          case TACTIC -> "tactics";
          case MITIGATION -> "mitigations";
          case CASE_STUDY -> "studies";
          default -> "techniques";
        };
    return "https://atlas.mitre.org/" + folder + "/" + id;
  }

  /** Whether a case study is an incident or an exercise; reports anything else. */
  static String type(Fields study, String key) {
    String type = study.need(key).toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !TYPES.contains(type)) {
      study.wrong(key, "incident or exercise", "Teach the importer the new type.");
    }
    return type;
  }

  /** A day no finer than it is known: {@code 2020}, {@code 2020-04} or {@code 2020-04-30}. */
  static String day(String date, String granularity) {
    int length =
        switch (granularity.toLowerCase(Locale.ROOT)) {
          case "year" -> 4;
          case "month" -> 7;
          default -> 10;
        };
    return date.substring(0, Math.min(length, date.length()));
  }
}
