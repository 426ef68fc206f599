/** Lines of logs as events: begin with {@link dev.countersign.watch.log.LineParser}. */
@NullMarked
package dev.countersign.watch.log;

import org.jspecify.annotations.NullMarked;
