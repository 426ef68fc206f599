package dev.countersign.flink;

import dev.countersign.watch.engine.ModelKey;
import dev.countersign.watch.engine.Models;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the stages are keyed by; each worker makes its own list of models, once. */
final class ModelNames implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Watched watched;
  private transient @Nullable Models models;

  ModelNames(Watched watched) {
    this.watched = watched;
  }

  /** The key of the baseline that a model of a system is judged by, as text. */
  String of(String system, String model) {
    Models known = models;
    if (known == null) {
      known = watched.models();
      models = known;
    }
    return of(known.key(system, model));
  }

  static String of(ModelKey key) {
    return key.system() + "\n" + key.model();
  }
}
