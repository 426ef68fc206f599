package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Precedent;
import java.util.List;

/** What the compiler of rules needs to know about the public catalogues. */
public interface Citations {
  /** Whether a pinned catalogue has this id, with its edition. */
  boolean exists(String id);

  /** Case studies that used a technique, incidents first, then by id. */
  List<Precedent> precedentsOf(String technique);
}
