package dev.countersign.knowledge.catalogue;

/**
 * An entry together with the catalogue, and so the edition, that it stands in.
 *
 * @param catalogue the catalogue
 * @param entry the entry in it
 */
public record Citation(CatalogueHeader catalogue, CatalogueEntry entry) {}
