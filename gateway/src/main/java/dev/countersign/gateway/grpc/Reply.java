package dev.countersign.gateway.grpc;

import io.grpc.Metadata;

/**
 * An answer.
 *
 * @param headers before it
 * @param message that is answered
 * @param trailers behind it
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call
record Reply(Metadata headers, byte[] message, Metadata trailers) {
  /** One of the gateway's own. */
  static Reply of(byte[] message) {
    return new Reply(new Metadata(), message, new Metadata());
  }
}
