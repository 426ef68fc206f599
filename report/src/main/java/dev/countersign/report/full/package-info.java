/**
 * The full report, as HTML and as PDF. Read {@link dev.countersign.report.full.Page} first: it is
 * what the templates in {@code src/main/jte/full} are given.
 */
@NullMarked
package dev.countersign.report.full;

import org.jspecify.annotations.NullMarked;
