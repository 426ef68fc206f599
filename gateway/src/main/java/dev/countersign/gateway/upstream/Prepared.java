package dev.countersign.gateway.upstream;

import dev.countersign.gateway.check.GateSet;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.Heartbeats;
import dev.countersign.guard.profile.ProfileFile;
import java.util.List;
import java.util.Map;

/** How far an upstream is. Only one that is ready is asked anything. */
public sealed interface Prepared {
  /** Its model is being verified. */
  record Preparing() implements Prepared {}

  /**
   * Its model is what it should be, and its gates stand.
   *
   * @param gates what stands before and behind it
   * @param digests SHA-256 of the files of the model, in hexadecimal; empty where it is not known
   * @param profiles what the gates decide by
   * @param heartbeats what counts how they decide, where heartbeats are written
   */
  record Ready(
      GateSet gates,
      List<String> digests,
      Map<Gate, ProfileFile> profiles,
      Map<Gate, Heartbeats> heartbeats)
      implements Prepared {
    public Ready {
      digests = List.copyOf(digests);
      profiles = Map.copyOf(profiles);
      heartbeats = Map.copyOf(heartbeats);
    }

    /** Takes note of a decision. */
    public void count(Gate gate, Decision decision) {
      Heartbeats counting = heartbeats.get(gate);
      if (counting != null) {
        counting.count(decision);
      }
    }
  }

  /**
   * It is not served.
   *
   * @param why a sentence or two for the operator
   */
  record Refused(String why) implements Prepared {}
}
