/**
 * Four gates in front of and behind a model: {@code input} for features and embeddings, {@code
 * prompt} for text on its way to a model, {@code output} for what a model says, {@code tool} for
 * what an agent is about to do. Each is made from a {@link
 * dev.countersign.guard.profile.GuardProfile}, which is signed and bound to a model, and may be
 * used by several threads. Nothing here opens a connection, reads YAML or needs a framework.
 */
@NullMarked
package dev.countersign.guard;

import org.jspecify.annotations.NullMarked;
