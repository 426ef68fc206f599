/**
 * The messages of the protocol: as much of them as gates read, and so strictly that servers cannot
 * read them otherwise.
 */
@NullMarked
package dev.countersign.gateway.grpc.message;

import org.jspecify.annotations.NullMarked;
