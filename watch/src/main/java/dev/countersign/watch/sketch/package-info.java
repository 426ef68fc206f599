/** Small summaries of streams, of a stated size, that several detectors use. */
@NullMarked
package dev.countersign.watch.sketch;

import org.jspecify.annotations.NullMarked;
