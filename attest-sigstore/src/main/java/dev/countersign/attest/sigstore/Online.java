package dev.countersign.attest.sigstore;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work over the network, within a time. The library repeats requests that fail and waits a minute
 * for each, so that a network which swallows packets would hold a pipeline for long.
 */
final class Online {
  private Online() {}

  /**
   * The result, or what went wrong in our words.
   *
   * @param doing what is tried, to follow "Could not "
   */
  static <T> T within(Duration limit, String doing, Attempt.Call<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread thread = new Thread(task, "sigstore");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(doing, "the service cannot be reached, or refused", e);
    } catch (TimeoutException e) {
      throw failed(doing, "no answer within %d seconds".formatted(limit.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(doing, "it was interrupted", e);
    } finally {
      task.cancel(true);
    }
  }

  private static IOException failed(String doing, String why, Exception cause) {
    return new IOException(
        "Could not %s: %s. This needs the network; a proxy is named by JAVA_TOOL_OPTIONS=-Dhttps.proxyHost=HOST."
            .formatted(doing, why),
        cause);
  }
}
