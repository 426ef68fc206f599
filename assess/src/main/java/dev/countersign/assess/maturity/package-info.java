/**
 * How mature the practice around systems is, computed from what can be verified; nobody is asked.
 * Read {@link dev.countersign.assess.maturity.Maturity} first; {@link
 * dev.countersign.assess.maturity.Criteria} is the list of what counts.
 */
@NullMarked
package dev.countersign.assess.maturity;

import org.jspecify.annotations.NullMarked;
