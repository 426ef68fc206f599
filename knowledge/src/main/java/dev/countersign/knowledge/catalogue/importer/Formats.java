package dev.countersign.knowledge.catalogue.importer;

import java.util.Map;
import java.util.TreeMap;

/** The formats that can be imported, by the name that descriptions use. */
final class Formats {
  static final Map<String, SourceFormat> ALL =
      new TreeMap<>(
          Map.of(
              "ai-600-1", new NistAi6001(),
              "ai-exchange", new AiExchange(),
              "atlas-5", new Atlas5(),
              "atlas-6", new Atlas6(),
              "atlas-table", new AtlasTable(),
              "cosai", new Cosai(),
              "list", new HandKeptList()));

  private Formats() {}
}
