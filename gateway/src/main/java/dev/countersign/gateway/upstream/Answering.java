package dev.countersign.gateway.upstream;

import dev.countersign.gateway.upstream.UpstreamClient.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;

/**
 * Takes an answer: events as they come, anything else as a whole, and gives up as soon as that is
 * larger than it may be. The library calls it, one call after another.
 */
final class Answering extends InputStreamResponseListener {
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
  private final Question question;
  private final ScheduledExecutorService watcher;
  private boolean events;

  Answering(Question question, ScheduledExecutorService watcher) {
    this.question = question;
    this.watcher = watcher;
  }

  /** It is too large to be looked at. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Done as soon as the answer is there, or the first part of its events. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  @Override
  public void onHeaders(Response response) {
    super.onHeaders(response);
    String type =
        Objects.requireNonNullElse(response.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
    events = response.getStatus() / 100 == 2 && type.startsWith("text/event-stream");
    if (events) {
      complete(
          response,
          new Answer.Body.Events(new WatchedStream(getInputStream(), question.timeout(), watcher)));
    }
  }

  private void complete(Response response, Answer.Body body) {
    answer.complete(new Answer(response.getStatus(), response.getHeaders(), body));
  }

  @Override
  public void onContent(Response response, Content.Chunk chunk, Runnable demander) {
    if (events) {
      super.onContent(response, chunk, demander);
      return;
    }
    ByteBuffer bytes = chunk.getByteBuffer();
    if (bytes.remaining() > question.most() - whole.size()) {
      response.abort(new TooLarge());
      return;
    }
    byte[] part = new byte[bytes.remaining()];
    bytes.get(part);
    whole.writeBytes(part);
    demander.run();
  }

  @Override
  public void onComplete(Result result) {
    super.onComplete(result);
    if (result.isFailed()) {
      answer.completeExceptionally(result.getFailure());
    } else if (!events) {
      complete(result.getResponse(), new Answer.Body.Whole(whole.toByteArray()));
    }
  }
}
