package dev.countersign.gateway.grpc;

import io.grpc.Metadata;
import io.grpc.Status;

/** A server answered with an error, which is passed on. */
final class NotOk extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Status status;
  private final transient Metadata trailers;

  NotOk(Status status, Metadata trailers) {
    super(status.getCode().name(), null, false, false);
    this.status = status;
    this.trailers = trailers;
  }

  Status status() {
    return status;
  }

  Metadata trailers() {
    return trailers;
  }
}
