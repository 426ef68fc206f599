/** The servers behind the gateway: what they serve, whether they are ready, and asking them. */
@NullMarked
package dev.countersign.gateway.upstream;

import org.jspecify.annotations.NullMarked;
