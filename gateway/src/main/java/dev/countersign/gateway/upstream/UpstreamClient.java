package dev.countersign.gateway.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks servers of models. Follows no redirects, and waits for nothing without a limit. */
public final class UpstreamClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("countersign-upstream-watch").factory());
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /**
   * A question.
   *
   * @param method of HTTP
   * @param uri of the server
   * @param headers names and values
   * @param body may be empty
   * @param timeout for a whole answer; for events, to the first and between two
   * @param most bytes of a whole answer
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one call
  public record Question(
      String method,
      URI uri,
      List<Map.Entry<String, String>> headers,
      byte[] body,
      Duration timeout,
      int most) {}

  /**
   * Asks, and waits for the answer.
   *
   * @throws UpstreamFailed if there is none in time, or it is too large
   * @throws InterruptedException if the thread is interrupted; the question is then withdrawn
   */
  public Answer ask(Question question) throws UpstreamFailed, InterruptedException {
    CompletableFuture<HttpResponse<Answer.Body>> asked =
        client.sendAsync(request(question), info -> body(info, question));
    try {
      HttpResponse<Answer.Body> got = asked.get(question.timeout().toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(got.statusCode(), got.headers(), got.body());
    } catch (TimeoutException late) {
      asked.cancel(true);
      throw new UpstreamFailed(504, "upstream-timeout", "The model did not answer in time.");
    } catch (ExecutionException failed) {
      throw failed(failed);
    } catch (InterruptedException stopped) {
      asked.cancel(true);
      throw stopped;
    }
  }

  private static HttpRequest request(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(question.uri())
            .method(
                question.method(),
                question.body().length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(question.body()));
    question.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
    return request.build();
  }

  private HttpResponse.BodySubscriber<Answer.Body> body(
      HttpResponse.ResponseInfo info, Question question) {
    boolean events =
        info.statusCode() / 100 == 2
            && info.headers()
                .firstValue("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    return events
        ? BodySubscribers.mapping(
            BodySubscribers.ofInputStream(),
            stream ->
                new Answer.Body.Events(new WatchedStream(stream, question.timeout(), watcher)))
        : new BoundedBody(question.most());
  }

  private static UpstreamFailed failed(ExecutionException why) {
    for (Throwable cause = why.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedBody.TooLarge) {
        return new UpstreamFailed(502, "answer-too-large", "The model's answer is too large.");
      }
      if (cause instanceof HttpConnectTimeoutException) {
        return new UpstreamFailed(504, "upstream-timeout", "The model did not answer in time.");
      }
      if (cause instanceof ConnectException) {
        return new UpstreamFailed(502, "upstream-unreachable", "The model cannot be reached.");
      }
    }
    return why.getCause() instanceof IOException
        ? new UpstreamFailed(502, "upstream-failed", "The model's server broke off.")
        : new UpstreamFailed(502, "upstream-failed", "The model's server could not be asked.");
  }

  @Override
  public void close() {
    watcher.shutdownNow();
    client.shutdownNow();
  }
}
