/**
 * Telephone numbers by the numbering plans of all countries: {@link
 * dev.countersign.guard.phone.PlannedNumbers}.
 */
@NullMarked
package dev.countersign.guard.phone;

import org.jspecify.annotations.NullMarked;
