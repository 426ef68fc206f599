/**
 * Detectors over the log of a model's requests. Begin with {@link
 * dev.countersign.watch.event.Event}, what is read; then {@link
 * dev.countersign.watch.detector.DetectorKind}, what a detector is; then {@link
 * dev.countersign.watch.engine.Monitor}, which hosts them.
 */
@NullMarked
package dev.countersign.watch;

import org.jspecify.annotations.NullMarked;
