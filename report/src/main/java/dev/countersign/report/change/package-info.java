/**
 * Changes between two versions in words that all formats share. Read {@link
 * dev.countersign.report.change.ChangeWords} first.
 */
@NullMarked
package dev.countersign.report.change;

import org.jspecify.annotations.NullMarked;
