/** A server to try the gateway with: a tiny model, and a language model that only repeats. */
@NullMarked
package dev.countersign.gateway.demo;

import org.jspecify.annotations.NullMarked;
