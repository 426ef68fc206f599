/**
 * Which controls stand on which element, and which are missing there. Read {@link
 * dev.countersign.assess.placed.ElementControls} first.
 */
@NullMarked
package dev.countersign.assess.placed;

import org.jspecify.annotations.NullMarked;
