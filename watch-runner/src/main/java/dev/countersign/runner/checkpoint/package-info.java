/**
 * What a run has to know to go on where it was stopped: begin with {@link
 * dev.countersign.runner.checkpoint.Checkpoints}.
 */
@NullMarked
package dev.countersign.runner.checkpoint;

import org.jspecify.annotations.NullMarked;
