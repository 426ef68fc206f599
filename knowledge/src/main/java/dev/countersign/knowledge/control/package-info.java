/**
 * Reads the control catalogue: the files in {@code src/main/controls}, one a stage. Used while the
 * project is built; a check reads what was compiled from them.
 */
@NullMarked
package dev.countersign.knowledge.control;

import org.jspecify.annotations.NullMarked;
