package dev.countersign.flink;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.engine.Models;
import dev.countersign.watch.event.Event;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/** What the two stages are keyed by. */
final class Keys {
  private Keys() {}

  /** A client of a model: events of one are seen by one worker, in their order. */
  static final class OfClient implements KeySelector<Event, String> {
    private static final long serialVersionUID = 1L;

    private final Watched watched;
    private transient @Nullable Models models;

    OfClient(Watched watched) {
      this.watched = watched;
    }

    @Override
    public String getKey(Event event) {
      if (models == null) {
        models = watched.models();
      }
      return Watched.name(models.key(event.system(), event.model())) + "\n" + event.client();
    }
  }

  /** A model: all that is contributed about it is seen by one worker. */
  static final class OfModel implements KeySelector<Contribution, String> {
    private static final long serialVersionUID = 1L;

    private final Watched watched;
    private transient @Nullable Models models;

    OfModel(Watched watched) {
      this.watched = watched;
    }

    @Override
    public String getKey(Contribution contribution) {
      if (models == null) {
        models = watched.models();
      }
      return Watched.name(models.key(contribution.system(), contribution.model()));
    }
  }
}
