package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import java.util.List;

/** A format in which a publisher releases a catalogue. */
@FunctionalInterface
interface SourceFormat {
  /**
   * Reads the entries of a catalogue, in any order.
   *
   * @param source what the maintainer wrote about it
   * @param upstream gives the publisher's files and takes everything that is wrong with them
   */
  List<CatalogueEntry> read(Source source, Upstream upstream);
}
