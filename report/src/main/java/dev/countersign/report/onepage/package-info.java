/**
 * The threat model on one A4 page, in sentences. Read {@link
 * dev.countersign.report.onepage.OnePageReport} first.
 */
@NullMarked
package dev.countersign.report.onepage;

import org.jspecify.annotations.NullMarked;
