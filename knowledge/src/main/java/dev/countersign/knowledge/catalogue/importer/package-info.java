/**
 * Makes the data files of the catalogues from what publishers release: {@link
 * dev.countersign.knowledge.catalogue.importer.CatalogueImport} is the door, and each format of a
 * publisher is one {@link dev.countersign.knowledge.catalogue.importer.SourceFormat}. A maintainer
 * runs it; nothing that a check does comes here.
 */
@NullMarked
package dev.countersign.knowledge.catalogue.importer;

import org.jspecify.annotations.NullMarked;
