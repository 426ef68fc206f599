package dev.countersign.watch.campaign;

import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What is remembered of a client: which passages were told of today, roughly. */
final class CampaignState implements State {
  private static final int PLACES = 128;
  private static final long DAY = 86_400_000L;

  /** Bytes that it is written as. */
  static final int BYTES = PLACES + Integer.BYTES;

  private final byte[] told = new byte[PLACES];
  private int day;

  /** It is this time: what was told on another day is told again. */
  void at(long time) {
    int now = (int) Math.floorDiv(time, DAY);
    if (now != day) {
      Arrays.fill(told, (byte) 0);
      day = now;
    }
  }

  /** Whether a passage was not told of lately; it is now. */
  boolean isNews(long key) {
    int place = (int) (key >>> 32) & (PLACES - 1);
    byte tag = (byte) (key | 1);
    boolean news = told[place] != tag;
    told[place] = tag;
    return news;
  }

  /** Adds what another state of the same client knows. */
  CampaignState with(CampaignState later) {
    if (day != later.day) {
      System.arraycopy(later.told, 0, told, 0, PLACES);
      day = later.day;
    }
    for (int i = 0; i < PLACES; i++) {
      told[i] = later.told[i] == 0 ? told[i] : later.told[i];
    }
    return this;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.write(told);
    out.writeInt(day);
  }

  static CampaignState read(DataInput in) throws IOException {
    CampaignState state = new CampaignState();
    in.readFully(state.told);
    state.day = in.readInt();
    return state;
  }
}
