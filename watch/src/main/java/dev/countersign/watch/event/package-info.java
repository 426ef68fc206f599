/** What monitors read: begin with {@link dev.countersign.watch.event.Event}. */
@NullMarked
package dev.countersign.watch.event;

import org.jspecify.annotations.NullMarked;
