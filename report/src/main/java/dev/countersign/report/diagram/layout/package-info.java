/**
 * Where everything stands: sizes from text, places from Eclipse ELK. Read {@link
 * dev.countersign.report.diagram.layout.Layout} first.
 */
@NullMarked
package dev.countersign.report.diagram.layout;

import org.jspecify.annotations.NullMarked;
