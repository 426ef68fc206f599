/**
 * What a gate was made for and from, as a signed statement: {@link
 * dev.countersign.guard.profile.GuardProfile} is bound to a model and its data, {@link
 * dev.countersign.guard.profile.Heartbeat} says that a gate runs with it.
 */
@NullMarked
package dev.countersign.guard.profile;

import org.jspecify.annotations.NullMarked;
