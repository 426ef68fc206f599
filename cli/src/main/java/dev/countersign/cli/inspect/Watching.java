package dev.countersign.cli.inspect;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.inspect.Inspected;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how many files were looked into, once that takes longer than a blink. */
public final class Watching implements AutoCloseable {
  private static final Duration BLINK = Duration.ofSeconds(1);
  private static final int EVERY_MILLISECONDS = 200;

  private final Console console;
  private final boolean shown;
  private final long began = System.nanoTime();
  private long files;
  private Optional<ProgressBar> bar = Optional.empty();

  private Watching(Console console, boolean shown) {
    this.console = console;
    this.shown = shown;
  }

  /**
   * For one inspection.
   *
   * @param quiet whether to stay silent in any case
   */
  public static Watching of(Console console, boolean quiet) {
    return new Watching(console, console.interactive() && !quiet);
  }

  /** One file more was looked into. */
  public void seen(Inspected file) {
    files++;
    if (!shown) {
      return;
    }
    if (bar.isEmpty() && System.nanoTime() - began > BLINK.toNanos()) {
      bar = Optional.of(start());
    }
    bar.ifPresent(started -> started.stepTo(files));
  }

  /** Takes it from the terminal. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  private ProgressBar start() {
    return new ProgressBarBuilder()
        .setTaskName("Inspecting")
        .setInitialMax(-1)
        .setUnit(" files", 1)
        .setUpdateIntervalMillis(EVERY_MILLISECONDS)
        .setStyle(console.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(console.err(), Terminal.USUAL))
        .clearDisplayOnFinish()
        .showSpeed()
        .build();
  }
}
