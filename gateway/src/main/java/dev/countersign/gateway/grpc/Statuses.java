package dev.countersign.gateway.grpc;

import dev.countersign.gateway.proxy.Refusal;
import io.grpc.Status;

/** Statuses of gRPC and those of HTTP, which the log and the metrics speak in. */
final class Statuses {
  private static final int MOST_DESCRIPTION = 1024;

  private Statuses() {}

  /** What a client is told that is refused. */
  static Status of(Refusal refusal) {
    Status.Code code =
        switch (refusal.status()) {
          case 400 -> Status.Code.INVALID_ARGUMENT;
          case 404 -> Status.Code.NOT_FOUND;
          case 408, 504 -> Status.Code.DEADLINE_EXCEEDED;
          case 413 -> Status.Code.RESOURCE_EXHAUSTED;
          case 422 -> Status.Code.PERMISSION_DENIED;
          case 501 -> Status.Code.UNIMPLEMENTED;
          case 502, 503 -> Status.Code.UNAVAILABLE;
          default -> Status.Code.INTERNAL;
        };
    return code.toStatus().withDescription(refusal.message());
  }

  /** The status of HTTP that is there for a code (google.rpc.Code). */
  static int http(Status.Code code) {
    return switch (code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> 499;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
    };
  }

  /**
   * A server's own error, without what this process thinks about it, and not longer than it may be.
   */
  static Status passedOn(Status status) {
    String description = status.getDescription();
    Status plain = status.getCode().toStatus();
    return description == null
        ? plain
        : plain.withDescription(
            description.substring(0, Math.min(description.length(), MOST_DESCRIPTION)));
  }
}
