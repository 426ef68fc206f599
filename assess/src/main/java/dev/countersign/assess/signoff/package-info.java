/**
 * Who signed the threat model, and whether that still holds. Read {@link
 * dev.countersign.assess.signoff.SignOff} first.
 */
@NullMarked
package dev.countersign.assess.signoff;

import org.jspecify.annotations.NullMarked;
