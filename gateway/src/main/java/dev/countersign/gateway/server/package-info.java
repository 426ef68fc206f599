/** Ports, connections and operations: what surrounds the proxy. */
@NullMarked
package dev.countersign.gateway.server;

import org.jspecify.annotations.NullMarked;
