/** What a detector is: begin with {@link dev.countersign.watch.detector.DetectorKind}. */
@NullMarked
package dev.countersign.watch.detector;

import org.jspecify.annotations.NullMarked;
