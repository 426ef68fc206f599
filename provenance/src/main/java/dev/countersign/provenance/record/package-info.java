/**
 * From files to a manifest: every byte is read once, by as many threads as there are processors.
 * Read {@link dev.countersign.provenance.record.Recorder} first.
 */
@NullMarked
package dev.countersign.provenance.record;

import org.jspecify.annotations.NullMarked;
