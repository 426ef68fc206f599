package dev.countersign.watch.collusion;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.evasion.Sketch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of accounts by what they have in common: a fingerprint, or a direction. What nothing came
 * to for longest is forgotten first.
 */
final class Groups implements State {
  /** How many fingerprints are remembered. */
  static final int MOST_PRINTS = 8192;

  /** How many directions are remembered. */
  static final int MOST_DIRECTIONS = 256;

  private final Map<Long, Group> byPrint =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Group> eldest) {
          return size() > MOST_PRINTS;
        }
      };
  private final List<float[]> directions = new ArrayList<>();
  private final List<Group> byDirection = new ArrayList<>();

  /** The group of a fingerprint; a new one has the name of the group of another fingerprint. */
  Group of(long print, long label, long now) {
    return byPrint.computeIfAbsent(print, key -> new Group(label, now));
  }

  /** What the groups of some fingerprints are called; the first fingerprint if there are none. */
  long label(long[] prints, int count) {
    for (int i = 0; i < count; i++) {
      Group known = byPrint.get(prints[i]);
      if (known != null) {
        return known.label();
      }
    }
    return prints[0];
  }

  /** The group of a direction of length 1. */
  Group of(float[] direction, long label, long now) {
    int at = Directions.same(directions, direction);
    if (at < 0) {
      directions.add(direction);
      byDirection.add(new Group(label, now));
    } else {
      directions.add(directions.remove(at));
      byDirection.add(byDirection.remove(at));
    }
    if (directions.size() > MOST_DIRECTIONS) {
      directions.remove(0);
      byDirection.remove(0);
    }
    return byDirection.get(byDirection.size() - 1);
  }

  int size() {
    return byPrint.size() + byDirection.size();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(byPrint.size());
    for (Map.Entry<Long, Group> one : byPrint.entrySet()) {
      out.writeLong(one.getKey());
      one.getValue().write(out);
    }
    out.writeInt(directions.size());
    for (int i = 0; i < directions.size(); i++) {
      for (float number : directions.get(i)) {
        out.writeFloat(number);
      }
      byDirection.get(i).write(out);
    }
  }

  static Groups read(DataInput in) throws IOException {
    Groups groups = new Groups();
    for (int left = Math.min(MOST_PRINTS, in.readInt()); left > 0; left--) {
      long print = in.readLong();
      groups.byPrint.put(print, Group.read(in));
    }
    for (int left = Math.min(MOST_DIRECTIONS, in.readInt()); left > 0; left--) {
      float[] direction = new float[Sketch.DIMENSIONS];
      for (int i = 0; i < direction.length; i++) {
        direction[i] = in.readFloat();
      }
      groups.directions.add(direction);
      groups.byDirection.add(Group.read(in));
    }
    return groups;
  }
}
