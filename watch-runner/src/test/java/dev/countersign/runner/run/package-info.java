/** One run over a log. */
@NullMarked
package dev.countersign.runner.run;

import org.jspecify.annotations.NullMarked;
