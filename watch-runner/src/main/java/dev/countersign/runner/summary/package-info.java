/** A page about a run at its end: begin with {@link dev.countersign.runner.summary.Summary}. */
@NullMarked
package dev.countersign.runner.summary;

import org.jspecify.annotations.NullMarked;
