package dev.countersign.gateway.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A stream that is closed when nothing has come for too long, so that its reader wakes up. */
final class WatchedStream extends FilterInputStream {
  private final long most;
  private final ScheduledFuture<?> watch;
  private volatile long last = System.nanoTime();
  private volatile boolean reading;

  @SuppressWarnings("this-escape") // the watch starts last
  WatchedStream(InputStream in, Duration most, ScheduledExecutorService watcher) {
    super(in);
    this.most = most.toNanos();
    long every = Math.max(this.most / 4, 1_000_000);
    this.watch = watcher.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (reading && System.nanoTime() - last > most) {
      try {
        close();
      } catch (IOException closed) {
        watch.cancel(false);
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    last = System.nanoTime();
    reading = true;
    try {
      return super.read(into, from, length);
    } finally {
      reading = false;
    }
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    super.close();
  }
}
