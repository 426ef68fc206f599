package dev.countersign.cli.watch;

import dev.countersign.runner.run.Watcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who looks on while a run goes, and what each does at its end, also where the run failed. */
public final class WatchViews implements AutoCloseable {
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<Runnable> endings = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param ending what it does at the end
   */
  public void add(Watcher watcher, Runnable ending) {
    watchers.add(watcher);
    endings.add(ending);
  }

  /** Those that look on. */
  public List<Watcher> watchers() {
    return Collections.unmodifiableList(watchers);
  }

  @Override
  public void close() {
    endings.forEach(Runnable::run);
  }
}
