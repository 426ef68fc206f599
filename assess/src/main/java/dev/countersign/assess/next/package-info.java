/**
 * What every format says about a checked system, before it is rendered: the counts and what to do
 * next. Read {@link dev.countersign.assess.Checked} first.
 */
@NullMarked
package dev.countersign.assess.next;

import org.jspecify.annotations.NullMarked;
