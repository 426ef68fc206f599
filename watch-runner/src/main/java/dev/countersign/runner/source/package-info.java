/** Where lines come from: begin with {@link dev.countersign.runner.source.LogSource}. */
@NullMarked
package dev.countersign.runner.source;

import org.jspecify.annotations.NullMarked;
