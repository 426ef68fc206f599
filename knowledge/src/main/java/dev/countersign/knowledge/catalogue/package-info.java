/**
 * The public catalogues that rules and controls cite, as committed data of one edition each. Read
 * {@link dev.countersign.knowledge.catalogue.Catalogues} first; the package {@code importer} makes
 * the data from what publishers release.
 */
@NullMarked
package dev.countersign.knowledge.catalogue;

import org.jspecify.annotations.NullMarked;
