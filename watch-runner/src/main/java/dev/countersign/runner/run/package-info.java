/** One run over a log: begin with {@link dev.countersign.runner.run.Progress}. */
@NullMarked
package dev.countersign.runner.run;

import org.jspecify.annotations.NullMarked;
