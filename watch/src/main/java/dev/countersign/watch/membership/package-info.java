/**
 * Probing of what a model was trained on: begin with {@link
 * dev.countersign.watch.membership.Membership}.
 */
@NullMarked
package dev.countersign.watch.membership;

import org.jspecify.annotations.NullMarked;
