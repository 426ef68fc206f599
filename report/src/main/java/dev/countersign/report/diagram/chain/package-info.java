/**
 * A picture of what became of what, left to right. Read {@link
 * dev.countersign.report.diagram.chain.Chain} first.
 */
@NullMarked
package dev.countersign.report.diagram.chain;

import org.jspecify.annotations.NullMarked;
