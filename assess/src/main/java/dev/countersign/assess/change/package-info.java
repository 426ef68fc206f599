/**
 * What changed between two assessments of a system, and why. Read {@link
 * dev.countersign.assess.change.SystemChange} first; {@code Comparison} goes part by part, and
 * {@code Blame} finds by trying which change of a fact brought about which change of a threat.
 */
@NullMarked
package dev.countersign.assess.change;

import org.jspecify.annotations.NullMarked;
