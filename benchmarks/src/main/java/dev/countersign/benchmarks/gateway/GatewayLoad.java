package dev.countersign.benchmarks.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server at a fixed rate, whether or not it keeps up (an open loop): the time of each
 * request counts from when it was due, so that a server that stalls is not measured as if nobody
 * had come.
 */
public final class GatewayLoad {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int ASKERS = 16;
  private static final String INFER =
      "{\"inputs\":[{\"name\":\"x\",\"shape\":[1,4],\"datatype\":\"FP64\",\"data\":[0.1,-0.2,0.3,0.4]}]}";
  private static final String CHAT =
      "{\"model\":\"echo\",\"messages\":[{\"role\":\"system\",\"content\":\"You help.\"},{\"role\":\"user\","
          + "\"content\":\"What is the opening time of the library on Saturdays, and may I bring"
          + " two friends who have no card of their own?\"}]}";

  private GatewayLoad() {}

  /**
   * With {@code data} prints a table of training data. {@code LABEL URL infer|chat RATE SECONDS}
   * measures time; with {@code most} in place of the rate, as many requests as come after that are
   * asked as fast as {@value #ASKERS} clients can.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("data")) {
      data(System.out);
      return;
    }
    boolean infer = args[2].equals("infer");
    URI uri = URI.create(args[1] + (infer ? "/v2/models/demo/infer" : "/v1/chat/completions"));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(infer ? INFER : CHAT))
            .build();
    boolean most = args[3].equals("most");
    int rate = most ? 0 : Integer.parseInt(args[3]);
    int seconds = Integer.parseInt(args[4]);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build()) {
      if (most) {
        System.out.println(args[0] + "  " + soak(client, threads, request, seconds));
        return;
      }
      run(client, threads, request, rate, Math.min(10, seconds));
      System.out.println(args[0] + "  " + run(client, threads, request, rate, seconds));
    }
  }

  private static String soak(
      HttpClient client, ExecutorService threads, HttpRequest request, int count)
      throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(ASKERS);
    long start = System.nanoTime();
    for (int i = 0; i < ASKERS; i++) {
      threads.execute(() -> {
        while (begun.getAndIncrement() < count) {
          wrong.addAndGet(isFine(client, request) ? 0 : 1);
        }
        ended.countDown();
      });
    }
    ended.await();
    return String.format(
        Locale.ROOT,
        "%,d requests, %,.0f a second, not 200: %d",
        count,
        count / ((System.nanoTime() - start) / NANOS_PER_SECOND),
        wrong.get());
  }

  private static boolean isFine(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
    } catch (IOException failed) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String run(
      HttpClient client, ExecutorService threads, HttpRequest request, int rate, int seconds)
      throws InterruptedException {
    int count = rate * seconds;
    long[] nanos = new long[count];
    AtomicInteger wrong = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    long start = System.nanoTime();
    long every = 1_000_000_000L / rate;
    for (int i = 0; i < count; i++) {
      long due = start + i * every;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      int at = i;
      threads.execute(() -> {
        wrong.addAndGet(isFine(client, request) ? 0 : 1);
        nanos[at] = System.nanoTime() - due;
        done.incrementAndGet();
      });
    }
    while (done.get() < count) {
      Thread.sleep(10);
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "p50 %.3f ms  p90 %.3f ms  p99 %.3f ms  p99.9 %.3f ms  requests %,d  not 200: %d",
        millis(nanos, 0.5),
        millis(nanos, 0.9),
        millis(nanos, 0.99),
        millis(nanos, 0.999),
        count,
        wrong.get());
  }

  private static double millis(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / NANOS_PER_MILLI;
  }

  /** Four independent normal features. */
  private static void data(PrintStream out) {
    Random random = new Random(7);
    out.println("a,b,c,d");
    for (int row = 0; row < 4000; row++) {
      out.printf(
          Locale.ROOT,
          "%.4f,%.4f,%.4f,%.4f%n",
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian());
    }
  }
}
