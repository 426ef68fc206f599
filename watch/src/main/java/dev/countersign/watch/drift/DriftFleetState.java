package dev.countersign.watch.drift;

import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last rows of all sources together and of {@value #MOST_SOURCES} of them, of which the one
 * that was not seen longest is forgotten first. At most 750 KiB.
 */
final class DriftFleetState implements State {
  private static final int MOST_SOURCES = 256;

  private final Usual usual;
  private final Map<Long, Mover> sources =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Mover> eldest) {
          return size() > MOST_SOURCES;
        }
      };
  private Mover all;

  DriftFleetState(Usual usual) {
    this.usual = usual;
    this.all = new Mover(usual.isLearnt() ? Optional.of(usual.all()) : Optional.empty());
  }

  Mover all() {
    return all;
  }

  Mover source(long hash) {
    return sources.computeIfAbsent(hash, one -> new Mover(usual.source(one)));
  }

  int sources() {
    return sources.size();
  }

  /** The clients of the sources that moved most. */
  List<String> mostMoved(int count) {
    return sources.values().stream()
        .sorted(Comparator.comparingDouble((Mover one) -> -one.tail()))
        .limit(count)
        .flatMap(one -> one.clients().stream().limit(1))
        .distinct()
        .toList();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    all.write(out);
    out.writeInt(sources.size());
    for (Map.Entry<Long, Mover> one : sources.entrySet()) {
      out.writeLong(one.getKey());
      one.getValue().write(out);
    }
  }

  void read(DataInput in) throws IOException {
    all = Mover.read(in);
    for (int left = Math.min(in.readInt(), MOST_SOURCES); left > 0; left--) {
      long hash = in.readLong();
      sources.put(hash, Mover.read(in));
    }
  }
}
