/** Tests of the port of gRPC that need no port. */
@NullMarked
package dev.countersign.gateway.grpc;

import org.jspecify.annotations.NullMarked;
