/**
 * What changed between two assessments of a system, and why. Read {@link
 * dev.countersign.assess.change.SystemChange} first.
 */
@NullMarked
package dev.countersign.assess.change;

import org.jspecify.annotations.NullMarked;
