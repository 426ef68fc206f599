/**
 * Hosts detectors: begin with {@link dev.countersign.watch.engine.Monitor}, which does so in one
 * process.
 */
@NullMarked
package dev.countersign.watch.engine;

import org.jspecify.annotations.NullMarked;
