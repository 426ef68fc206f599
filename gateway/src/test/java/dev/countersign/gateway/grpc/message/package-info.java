/** Tests of how messages of gRPC are read. */
@NullMarked
package dev.countersign.gateway.grpc.message;

import org.jspecify.annotations.NullMarked;
