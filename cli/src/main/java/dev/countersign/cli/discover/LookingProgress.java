package dev.countersign.cli.discover;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.terminal.Safe;
import java.nio.file.Path;

/** Shows on a terminal how far the looking has come, on one line of standard error. */
public final class LookingProgress {
  private static final int STEP = 500;
  private static final int WIDTH = 70;

  private final Console console;
  private final boolean shown;
  private String what = "";
  private boolean dirty;

  /**
   * For one run.
   *
   * @param quiet whether to stay silent in any case
   */
  public LookingProgress(Console console, boolean quiet) {
    this.console = console;
    this.shown = console.interactive() && !quiet;
  }

  void starts(Path folder, int number, int of) {
    what = of == 1 ? "" : "%d of %d, %s: ".formatted(number, of, Safe.line(folder.toString()));
    if (of > 1) {
      show("");
    }
  }

  /** Called by several threads. */
  synchronized void looked(int files) {
    if (files % STEP == 0) {
      show("%,d files looked at".formatted(files));
    }
  }

  void ends() {
    if (dirty) {
      console.complain("\r" + " ".repeat(WIDTH) + "\r");
    }
  }

  private void show(String text) {
    if (shown) {
      dirty = true;
      String line = "  " + what + text;
      String cut = line.substring(0, Math.min(line.length(), WIDTH));
      console.complain("\r" + cut + " ".repeat(WIDTH - cut.length()));
    }
  }
}
