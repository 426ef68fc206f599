package dev.countersign.gateway.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Takes one answer. The call has a deadline, so that an end always comes. */
final class Awaited extends ClientCall.Listener<byte[]> {
  private final CountDownLatch ended = new CountDownLatch(1);
  private Metadata headers = new Metadata();
  private byte @Nullable [] message;
  private int messages;
  private Status status = Status.UNKNOWN;
  private Metadata trailers = new Metadata();

  @Override
  public void onHeaders(Metadata came) {
    headers = came;
  }

  @Override
  public void onMessage(byte[] came) {
    message = came;
    messages++;
  }

  @Override
  public void onClose(Status came, Metadata with) {
    status = came;
    trailers = with;
    ended.countDown();
  }

  /**
   * Waits for the end.
   *
   * @throws NotOk if it is not exactly one message, with the status OK
   */
  Reply reply() throws NotOk, InterruptedException {
    ended.await();
    if (!status.isOk()) {
      throw new NotOk(status, trailers);
    }
    if (message == null || messages != 1) {
      throw new NotOk(
          Status.INTERNAL.withDescription("The model's server did not answer with one message."),
          new Metadata());
    }
    return new Reply(headers, message, trailers);
  }
}
