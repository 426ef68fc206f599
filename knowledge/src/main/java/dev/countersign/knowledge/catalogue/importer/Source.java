package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.model.yaml.YamlNode.Mapping;
import java.util.List;

/**
 * What a maintainer wrote about a catalogue in {@code sources/ID.yaml}.
 *
 * @param header what the catalogue is; without files and counts, which follow from the import
 * @param format the name of a {@link SourceFormat}
 * @param inputs the publisher's files, relative to the folder that is imported; none for a list
 *     that is kept by hand
 * @param file the description itself, as people would type its path
 * @param tree the description itself
 */
record Source(
    CatalogueHeader header, String format, List<String> inputs, String file, Mapping tree) {
  Source {
    inputs = List.copyOf(inputs);
  }

  String id() {
    return header.id();
  }
}
