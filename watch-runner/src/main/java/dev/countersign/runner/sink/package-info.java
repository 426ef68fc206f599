/** Where alerts go: begin with {@link dev.countersign.runner.sink.AlertSink}. */
@NullMarked
package dev.countersign.runner.sink;

import org.jspecify.annotations.NullMarked;
