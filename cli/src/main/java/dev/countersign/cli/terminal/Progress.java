package dev.countersign.cli.terminal;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.cli.console.Console;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on a terminal how hashing goes, on standard error. Silent elsewhere, and for work that is
 * done before anybody looks.
 */
public final class Progress implements HashProgress, AutoCloseable {
  /** Fewer bytes are hashed within a blink. */
  private static final long WORTH_SHOWING = 256L << 20;

  private static final long MEBIBYTE = 1L << 20;
  private static final long UNKNOWN = -1;
  private static final int EVERY_MILLISECONDS = 200;

  private final Console console;
  private final String task;
  private final boolean shown;
  private final AtomicLong unannounced = new AtomicLong();
  private volatile Optional<ProgressBar> bar = Optional.empty();

  private Progress(Console console, String task, boolean shown) {
    this.console = console;
    this.task = task;
    this.shown = shown;
  }

  /**
   * For one piece of work.
   *
   * @param task a word or two for it, for example {@code Signing}
   * @param quiet whether to stay silent in any case
   */
  public static Progress of(Console console, String task, boolean quiet) {
    return new Progress(console, task, console.interactive() && !quiet);
  }

  @Override
  public void expecting(long bytes) {
    if (shown && bytes >= WORTH_SHOWING) {
      bar = Optional.of(start(bytes));
    }
  }

  @Override
  public void hashed(long bytes) {
    if (bar.isPresent()) {
      bar.get().stepBy(bytes);
    } else if (shown && unannounced.addAndGet(bytes) >= WORTH_SHOWING) {
      startUnannounced();
    }
  }

  /** Where files are found while others are hashed, nobody knows how much there is to do. */
  private synchronized void startUnannounced() {
    long done = unannounced.get();
    if (bar.isEmpty() && done >= WORTH_SHOWING) {
      ProgressBar started = start(UNKNOWN);
      started.stepTo(done);
      bar = Optional.of(started);
    }
  }

  /** Takes it from the terminal. */
  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  private ProgressBar start(long bytes) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(bytes)
        .setUnit(" MiB", MEBIBYTE)
        .setUpdateIntervalMillis(EVERY_MILLISECONDS)
        .setStyle(console.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(console.err(), Terminal.USUAL))
        .clearDisplayOnFinish()
        .showSpeed()
        .build();
  }
}
