package dev.countersign.runner.run;

import dev.countersign.runner.source.Block;
import dev.countersign.runner.source.LogSource;
import dev.countersign.runner.source.LogSource.Took;
import dev.countersign.watch.log.LineParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads a log ahead of whoever takes its batches: one thread reads, several parse, and batches come
 * in the order of the log. So many blocks are under way at most that memory is bounded.
 */
final class Reading implements AutoCloseable {
  private static final Batch END = new Batch(List.of(), new long[0], List.of(), 0, "", List.of());

  private final LogSource source;
  private final ConcurrentLinkedQueue<Parsing> parsers = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Block> free;
  private final BlockingQueue<Future<Batch>> ahead;
  private final ExecutorService threads;
  private final Thread reader;
  private volatile boolean stopped;

  Reading(LogSource source, Supplier<LineParser> parser, int threads) {
    int most = threads + 2;
    this.source = source;
    this.free = new ArrayBlockingQueue<>(most);
    this.ahead = new ArrayBlockingQueue<>(most);
    for (int i = 0; i < most; i++) {
      free.add(new Block());
    }
    for (int i = 0; i < threads; i++) {
      parsers.add(new Parsing(parser.get()));
    }
    this.threads = Executors.newFixedThreadPool(threads, work -> thread(work, "parse"));
    this.reader = thread(this::read, "read");
    reader.start();
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, "countersign-watch-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private void read() {
    try {
      while (!stopped) {
        Block block = free.take();
        Took took = source.next(block);
        if (took == Took.ENDED) {
          break;
        }
        if (took == Took.NOTHING_NEW) {
          free.put(block);
        } else {
          ahead.put(threads.submit(() -> parse(block)));
        }
      }
      ahead.put(done(() -> END));
    } catch (IOException | RuntimeException failed) {
      end(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Exception why) {
    try {
      ahead.put(
          done(() -> {
            throw why;
          }));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Future<Batch> done(Callable<Batch> result) {
    FutureTask<Batch> task = new FutureTask<>(result);
    task.run();
    return task;
  }

  private Batch parse(Block block) {
    Parsing parsing = parsers.remove();
    try {
      return parsing.parse(block);
    } finally {
      parsers.add(parsing);
      free.add(block);
    }
  }

  /**
   * The next batch; empty where there is none for a while.
   *
   * @throws IOException if the log cannot be read
   */
  Optional<Batch> next(long millis) throws IOException, InterruptedException {
    Future<Batch> next = ahead.poll(millis, TimeUnit.MILLISECONDS);
    if (next == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(next.get());
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException unreadable -> throw unreadable;
        case UncheckedIOException unreadable -> throw unreadable.getCause();
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    }
  }

  static boolean isEnd(Batch batch) {
    return batch == END;
  }

  @Override
  public void close() {
    stopped = true;
    reader.interrupt();
    threads.shutdownNow();
    try {
      reader.join(1000);
      source.close();
    } catch (IOException unimportant) {
      // It was only read.
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }
}
