package dev.countersign.cli.terminal;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.cli.console.Console;
import java.util.Optional;
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
  private static final int EVERY_MILLISECONDS = 200;

  private final Console console;
  private final String task;
  private final boolean shown;
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
    bar.ifPresent(shownBar -> shownBar.stepBy(bytes));
  }

  /** Takes it from the terminal. */
  @Override
  public void close() {
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
