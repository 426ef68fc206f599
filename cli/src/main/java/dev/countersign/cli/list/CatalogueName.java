package dev.countersign.cli.list;

import dev.countersign.knowledge.catalogue.CatalogueHeader;

/** What a catalogue is called, with its edition. */
public final class CatalogueName {
  private CatalogueName() {}

  /** Title and edition; some titles have the edition in them already. */
  public static String of(CatalogueHeader header) {
    return header.title().contains(header.edition())
        ? header.title()
        : header.title() + " " + header.edition();
  }
}
