/**
 * What others supply to a system, and what to demand from them. Read {@link
 * dev.countersign.assess.supply.Supplies} first.
 */
@NullMarked
package dev.countersign.assess.supply;

import org.jspecify.annotations.NullMarked;
