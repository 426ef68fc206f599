/**
 * The gates as a sidecar: a reverse proxy that stands before servers of models, for services that
 * cannot embed {@code guard}. {@link dev.countersign.gateway.Gateway} starts it.
 */
@NullMarked
package dev.countersign.gateway;

import org.jspecify.annotations.NullMarked;
