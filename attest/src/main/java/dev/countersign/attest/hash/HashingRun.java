package dev.countersign.attest.hash;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that take ranges from a plan, one after the other, until none is left. */
final class HashingRun {
  private final HashingPlan plan;
  private final HashAlgorithm algorithm;
  private final LinkOption[] options;
  private final HashProgress progress;
  private final int[] order;
  private final byte[][] digests;
  private final AtomicInteger next = new AtomicInteger();

  HashingRun(
      HashingPlan plan, HashAlgorithm algorithm, LinkOption[] options, HashProgress progress) {
    this.plan = plan;
    this.algorithm = algorithm;
    this.options = options;
    this.progress = progress;
    order = plan.order();
    digests = new byte[plan.size()][];
  }

  void go(int threads) throws IOException, InterruptedException {
    if (threads == 0) {
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads, HashingRun::thread);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(workers.submit(this::work));
      }
      for (Future<?> worker : running) {
        await(worker);
      }
    } finally {
      end(workers);
    }
  }

  /** By range; complete once {@link #go} has ended well. */
  byte[][] digests() {
    return digests;
  }

  private Void work() throws IOException {
    RangeDigest digest = new RangeDigest(algorithm, options, progress);
    for (int i = next.getAndIncrement(); i < order.length; i = next.getAndIncrement()) {
      int range = order[i];
      digests[range] = digest.of(plan.file(range), plan.start(range), plan.end(range));
    }
    return null;
  }

  private void await(Future<?> worker) throws IOException, InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a thread that hashes died", failed.getCause());
    }
  }

  /** Waits, so that no file is open any more when the caller goes on. */
  private void end(ExecutorService workers) throws InterruptedException {
    next.set(order.length);
    // Interrupting closes the channel that a thread reads from, which ends the read.
    workers.shutdownNow();
    while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
      workers.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "countersign-hash");
    thread.setDaemon(true);
    return thread;
  }
}
