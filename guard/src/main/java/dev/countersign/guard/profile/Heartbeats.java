package dev.countersign.guard.profile;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.guard.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how a gate decides and writes its heartbeats, which {@code countersign check} takes as
 * proof that it runs. It starts no thread: a service calls {@link #write} every few minutes, by
 * whatever schedules its work.
 */
public final class Heartbeats {
  private final ProfileFile profile;
  private final Signer signer;
  private final Clock clock;
  private final Instant since;
  private final Map<Decision, LongAdder> counts = new EnumMap<>(Decision.class);

  /**
   * For a gate that starts now.
   *
   * @param profile what it decides by
   * @param signer the guard's own key, which the trust policy admits in the role {@code guard}
   */
  public Heartbeats(ProfileFile profile, Signer signer) {
    this(profile, signer, Clock.systemUTC());
  }

  Heartbeats(ProfileFile profile, Signer signer, Clock clock) {
    this.profile = profile;
    this.signer = signer;
    this.clock = clock;
    this.since = clock.instant();
    for (Decision decision : Decision.values()) {
      counts.put(decision, new LongAdder());
    }
  }

  /** Takes note of a decision; from any thread. */
  public Decision count(Decision decision) {
    LongAdder counted = counts.get(decision);
    if (counted != null) {
      counted.increment();
    }
    return decision;
  }

  /** What would be said now. */
  public Heartbeat now() {
    Map<Decision, Long> sums = new EnumMap<>(Decision.class);
    counts.forEach((decision, count) -> sums.put(decision, count.sum()));
    return new Heartbeat(profile.profile().gate(), profile.digest(), since, clock.instant(), sums);
  }

  /**
   * Signs what is to be said now and puts it in place of the last heartbeat, at once or not at all.
   *
   * @param file in a folder that exists
   * @throws SigningFailed if the key cannot sign
   * @throws IOException if it cannot be written; the last one stays
   */
  public void write(Path file) throws IOException, SigningFailed {
    byte[] bundle = signer.sign(now().statement()).toJson();
    Path folder = file.toAbsolutePath().getParent();
    Path next = Files.createTempFile(folder, ".heartbeat", ".tmp");
    try {
      Files.write(next, bundle);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
