/** Watching logs: begin with {@link dev.countersign.cli.watch.Watching}. */
@NullMarked
package dev.countersign.cli.watch;

import org.jspecify.annotations.NullMarked;
