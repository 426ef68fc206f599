/**
 * The Open Inference Protocol over gRPC: a port of its own, and questions to servers that speak it.
 */
@NullMarked
package dev.countersign.gateway.grpc;

import org.jspecify.annotations.NullMarked;
