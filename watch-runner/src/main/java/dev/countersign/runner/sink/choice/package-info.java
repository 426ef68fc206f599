/**
 * Which sink is meant by what stands on a command line: begin with {@link
 * dev.countersign.runner.sink.choice.AlertSinks}.
 */
@NullMarked
package dev.countersign.runner.sink.choice;

import org.jspecify.annotations.NullMarked;
