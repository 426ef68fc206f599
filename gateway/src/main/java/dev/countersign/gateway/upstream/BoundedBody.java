package dev.countersign.gateway.upstream;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body as a whole, and gives up as soon as it is larger than it may be. */
final class BoundedBody implements BodySubscriber<Answer.Body> {
  private final CompletableFuture<Answer.Body> body = new CompletableFuture<>();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private final int most;
  private Flow.@org.jspecify.annotations.Nullable Subscription subscription;
  private int bytes;

  BoundedBody(int most) {
    this.most = most;
  }

  /** It is too large to be looked at. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public CompletionStage<Answer.Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    started.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    for (ByteBuffer item : items) {
      if (item.remaining() > most - bytes) {
        tooLarge();
        return;
      }
      bytes += item.remaining();
      parts.add(item);
    }
  }

  private void tooLarge() {
    if (subscription != null) {
      subscription.cancel();
    }
    parts.clear();
    body.completeExceptionally(new TooLarge());
  }

  @Override
  public void onError(Throwable failed) {
    parts.clear();
    body.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    byte[] all = new byte[bytes];
    ByteBuffer into = ByteBuffer.wrap(all);
    parts.forEach(into::put);
    parts.clear();
    body.complete(new Answer.Body.Whole(all));
  }
}
