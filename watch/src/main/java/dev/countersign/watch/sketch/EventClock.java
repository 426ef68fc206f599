package dev.countersign.watch.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The time of a log, by its events: it never runs backwards for a late event, and a time that is a
 * day or more away is only believed once {@value #BELIEVED} events in a row say so, so that one
 * wrong clock does not stop it.
 */
public final class EventClock {
  /** Bytes that it is written as. */
  public static final int BYTES = Long.BYTES + 1;

  private static final long LEAP = 86_400_000L;
  private static final int BELIEVED = 8;

  private long now = Long.MIN_VALUE;
  private int strange;

  /**
   * An event came: what time it is now.
   *
   * @param time of the event, in milliseconds since 1970
   */
  public long at(long time) {
    if (now != Long.MIN_VALUE && isStrange(time) && ++strange < BELIEVED) {
      return now;
    }
    now = isStrange(time) ? time : Math.max(now, time);
    strange = 0;
    return now;
  }

  private boolean isStrange(long time) {
    return time < now - LEAP || time - LEAP > now;
  }

  /**
   * Writes it.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeLong(now);
    out.writeByte(strange);
  }

  /**
   * Takes what another one wrote in place of what it knows.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    now = in.readLong();
    strange = in.readByte();
  }
}
