/**
 * What threats cost a year, where decisions give amounts. Read {@link
 * dev.countersign.assess.loss.Losses} first; {@code docs/loss.md} tells the method and its sources.
 */
@NullMarked
package dev.countersign.assess.loss;

import org.jspecify.annotations.NullMarked;
