/** From places to SVG text. Read {@link dev.countersign.report.diagram.svg.SvgPicture} first. */
@NullMarked
package dev.countersign.report.diagram.svg;

import org.jspecify.annotations.NullMarked;
