package dev.countersign.watch.campaign;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.sketch.BloomFilter;
import dev.countersign.watch.sketch.EventClock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which passages came lately. What came once is remembered in two Bloom filters, of which the older
 * one is emptied when the younger one is full; what came twice, or was flagged, in a table of
 * {@value #MOST_SIGHTED} that forgets what was not seen longest. At most 24 MiB, with ids of 32
 * characters 6 MiB.
 */
final class CampaignFleetState implements State {
  /** Passages in the table. */
  static final int MOST_SIGHTED = 8192;

  private static final int POWER = 23;
  private static final int FULL = 1 << (POWER - 3);

  final EventClock clock = new EventClock();
  final FlagRate rate;
  private final Map<Long, Sighted> sighted =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Sighted> eldest) {
          return size() > MOST_SIGHTED;
        }
      };
  private BloomFilter young = new BloomFilter(POWER);
  private BloomFilter old = new BloomFilter(POWER);
  private int inYoung;

  CampaignFleetState(double usuallyFlagged) {
    this.rate = new FlagRate(usuallyFlagged);
  }

  /** What is known of a passage that came now; nothing where it came for the first time. */
  Optional<Sighted> sighted(long key, long now, boolean flagged) {
    Sighted known = sighted.get(key);
    if (known == null && (isKnown(key) || flagged)) {
      known = new Sighted(now);
      sighted.put(key, known);
    }
    return Optional.ofNullable(known);
  }

  private boolean isKnown(long key) {
    if (young.has(key)) {
      return true;
    }
    boolean known = old.has(key);
    if (inYoung >= FULL) {
      BloomFilter swap = old;
      old = young;
      young = swap;
      young.clear();
      inYoung = 0;
    }
    young.put(key);
    inYoung++;
    return known;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    clock.write(out);
    rate.write(out);
    young.write(out);
    old.write(out);
    out.writeInt(inYoung);
    out.writeInt(sighted.size());
    for (Map.Entry<Long, Sighted> one : sighted.entrySet()) {
      out.writeLong(one.getKey());
      one.getValue().write(out);
    }
  }

  void read(DataInput in) throws IOException {
    clock.read(in);
    rate.read(in);
    young.read(in);
    old.read(in);
    inYoung = in.readInt();
    for (int left = Math.min(in.readInt(), MOST_SIGHTED); left > 0; left--) {
      long key = in.readLong();
      sighted.put(key, Sighted.read(in));
    }
  }
}
