/**
 * How wide text is and where it breaks. Read {@link dev.countersign.report.diagram.text.Typeface}.
 */
@NullMarked
package dev.countersign.report.diagram.text;

import org.jspecify.annotations.NullMarked;
