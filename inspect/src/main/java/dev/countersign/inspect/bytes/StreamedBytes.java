package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes that are expanded from front to back as they are asked for. The first {@value #KEPT} stay
 * in memory, and the last {@value #WINDOW} before the place that was reached; a jump further back
 * expands from the beginning again, which is bounded: readers that jump back and forth would take
 * time quadratic in the size.
 */
public final class StreamedBytes implements Bytes {
  /** How many bytes from the beginning stay in memory. */
  public static final int KEPT = 16 << 20;

  private static final int WINDOW = 1 << 20;
  private static final int MOST_RESTARTS = 64;
  private static final int STEP = 1 << 16;

  private final Expansion expansion;
  private final Meter meter;
  private final long length;
  private byte[] kept = new byte[0];
  private int keptCount;
  private byte[] window = new byte[0];
  private InputStream stream = InputStream.nullInputStream();
  private long reached;
  private int restarts = -1;

  /**
   * Bytes that come out of an expansion.
   *
   * @param length how many are announced; where fewer come out, a reading gives those that are
   *     there, and the next is {@link Unreadable}
   */
  public StreamedBytes(Expansion expansion, Meter meter, long length) {
    this.expansion = expansion;
    this.meter = meter;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public synchronized int read(long at, byte[] into, int offset, int count) throws IOException {
    int there = (int) Math.clamp(length - at, 0, count);
    int done = 0;
    while (done < there) {
      try {
        done += some(at + done, into, offset + done, there - done);
      } catch (Unreadable ended) {
        if (done == 0) {
          throw ended;
        }
        break;
      }
    }
    return done;
  }

  /** At least one byte that is there. */
  private int some(long at, byte[] into, int offset, int count) throws IOException {
    if (at >= keptCount && at >= reached) {
      reach(at);
    }
    if (at < keptCount) {
      int part = (int) Math.min(count, keptCount - at);
      System.arraycopy(kept, (int) at, into, offset, part);
      return part;
    }
    if (at < Math.max(KEPT, reached - WINDOW)) {
      restart();
      reach(at);
    }
    int place = (int) (at % WINDOW);
    int part = (int) Math.min(Math.min(count, reached - at), WINDOW - place);
    System.arraycopy(window, place, into, offset, part);
    return part;
  }

  /** Expands until the byte at a place came out. */
  private void reach(long at) throws IOException {
    if (restarts < 0) {
      restart();
    }
    byte[] step = new byte[(int) Math.min(STEP, Math.max(512, length - reached))];
    while (reached <= at) {
      int read = next(step);
      if (read <= 0) {
        throw new Unreadable(
            new Broken(0, "it ends after %,d of %,d bytes".formatted(reached, length)));
      }
      keep(step, read);
      reached += read;
    }
  }

  private int next(byte[] step) throws IOException {
    try {
      int read = stream.read(step, 0, step.length);
      meter.expand(Math.max(0, read));
      return read;
    } catch (Broken exhausted) {
      throw new Unreadable(exhausted);
    } catch (Unreadable inner) {
      throw inner;
    } catch (IOException | RuntimeException wrong) {
      throw new Unreadable(
          new Broken(
              0,
              "after %,d bytes nothing more can be expanded: %s"
                  .formatted(reached, Expanded.reason(wrong))));
    }
  }

  private void keep(byte[] step, int read) {
    int first = (int) Math.clamp(KEPT - reached, 0, read);
    if (first > 0 && reached + first > keptCount) {
      room((int) reached + first);
      System.arraycopy(step, 0, kept, (int) reached, first);
      keptCount = (int) reached + first;
    }
    if (first < read && window.length == 0) {
      window = new byte[WINDOW];
    }
    for (int done = first; done < read; ) {
      int place = (int) ((reached + done) % WINDOW);
      int part = Math.min(read - done, WINDOW - place);
      System.arraycopy(step, done, window, place, part);
      done += part;
    }
  }

  private void room(int needed) {
    if (needed > kept.length) {
      long most = Math.min(KEPT, length);
      kept =
          Arrays.copyOf(kept, (int) Math.clamp(kept.length * 2L, needed, Math.max(needed, most)));
    }
  }

  private void restart() throws IOException {
    if (++restarts > MOST_RESTARTS) {
      throw new Unreadable(
          new Broken(
              0, "it is read back and forth more often than %d times".formatted(MOST_RESTARTS)));
    }
    stream.close();
    reached = 0;
    try {
      stream = new PatientStream(expansion);
    } catch (IOException | RuntimeException wrong) {
      throw new Unreadable(new Broken(0, "nothing can be expanded: " + Expanded.reason(wrong)));
    }
  }
}
