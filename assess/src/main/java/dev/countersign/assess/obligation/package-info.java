/**
 * What laws and frameworks ask of a system, and where it stands. Read {@link
 * dev.countersign.assess.obligation.Obligations} first.
 */
@NullMarked
package dev.countersign.assess.obligation;

import org.jspecify.annotations.NullMarked;
