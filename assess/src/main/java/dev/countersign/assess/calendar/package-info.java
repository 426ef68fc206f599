/**
 * The days on which something is due or runs out. Read {@link
 * dev.countersign.assess.calendar.Deadlines} first.
 */
@NullMarked
package dev.countersign.assess.calendar;

import org.jspecify.annotations.NullMarked;
