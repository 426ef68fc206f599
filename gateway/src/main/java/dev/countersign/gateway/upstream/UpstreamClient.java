package dev.countersign.gateway.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Asks servers of models over HTTP/1.1. Follows no redirects, keeps no cookies, decodes nothing,
 * and waits for nothing without a limit.
 */
public final class UpstreamClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** How long a connection that nobody uses stays open. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final int THREADS = 8;

  /** How many connections a server gets; how many requests there are is limited elsewhere. */
  private static final int CONNECTIONS = 65_536;

  private static final int HEADERS = 64 << 10;
  private static final int STOP_MILLIS = 500;

  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("countersign-upstream-watch").factory());
  private final HttpClient client = new HttpClient();

  /** One that has to be started. */
  public UpstreamClient() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("countersign-upstream");
    threads.setDaemon(true);
    threads.setStopTimeout(STOP_MILLIS);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    client.setExecutor(threads);
    client.setScheduler(new ScheduledExecutorScheduler("countersign-upstream-timer", true));
    client.setConnectTimeout(CONNECT.toMillis());
    client.setIdleTimeout(IDLE.toMillis());
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    client.setMaxRequestsQueuedPerDestination(CONNECTIONS);
    client.setMaxResponseHeadersSize(HEADERS);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
  }

  /**
   * Starts its threads.
   *
   * @throws IllegalStateException if the machine gives it none
   */
  public void start() {
    try {
      client.start();
    } catch (Exception failed) {
      throw new IllegalStateException("the client for servers of models does not start", failed);
    }
    // What a server answers is for whoever asked, as it is.
    client.getContentDecoderFactories().clear();
    client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
    client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
  }

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
    Request request = request(question);
    Answering answering = new Answering(question, watcher);
    request.send(answering);
    try {
      return answering.answer().get(question.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      request.abort(late);
      throw new UpstreamFailed(504, "upstream-timeout", "The model did not answer in time.");
    } catch (ExecutionException failed) {
      throw failed(failed);
    } catch (InterruptedException stopped) {
      request.abort(new CancellationException());
      throw stopped;
    }
  }

  private Request request(Question question) {
    Request request =
        client
            .newRequest(question.uri())
            .method(question.method())
            // The answer has a limit of its own.
            .idleTimeout(0, TimeUnit.MILLISECONDS)
            .headers(fields ->
                question
                    .headers()
                    .forEach(header -> fields.add(header.getKey(), header.getValue())));
    return question.body().length == 0
        ? request
        : request.body(new BytesRequestContent(question.body()));
  }

  private static UpstreamFailed failed(ExecutionException why) {
    for (Throwable cause = why.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Answering.TooLarge) {
        return new UpstreamFailed(502, "answer-too-large", "The model's answer is too large.");
      }
      if (cause instanceof SocketTimeoutException) {
        return new UpstreamFailed(504, "upstream-timeout", "The model did not answer in time.");
      }
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
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
    try {
      client.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("the client for servers of models does not stop", failed);
    }
  }
}
