/**
 * The data-flow diagram of a system. Read {@link dev.countersign.report.diagram.Diagram} first.
 * {@code scene} decides what is shown, {@code layout} where it stands, {@code svg} how it looks,
 * {@code text} how wide it is.
 */
@NullMarked
package dev.countersign.report.diagram;

import org.jspecify.annotations.NullMarked;
