/**
 * Datasets and training runs on the command line. Read {@link
 * dev.countersign.cli.provenance.Recording} and {@link dev.countersign.cli.provenance.Datasets}
 * first.
 */
@NullMarked
package dev.countersign.cli.provenance;

import org.jspecify.annotations.NullMarked;
