package dev.countersign.runner.heartbeat;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.runner.run.Progress;
import dev.countersign.runner.run.Watcher;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.heartbeat.Incidents;
import dev.countersign.watch.heartbeat.OpenIncident;
import dev.countersign.watch.heartbeat.WatchHeartbeat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Signs a heartbeat now and then, also while the log is silent, and once more at the end; {@code
 * countersign check} takes it as proof that a monitor runs. Incidents of earlier runs are taken
 * over from the heartbeat that is there, if it was signed by somebody who may.
 */
public final class WatchHeartbeats implements Watcher, AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;

  private final Monitored monitored;
  private final Path file;
  private final Signer signer;
  private final Consumer<String> notes;
  private final Clock clock;
  private final Instant since;
  private final Incidents incidents = new Incidents();
  private final ScheduledExecutorService schedule;
  private Optional<Progress> last = Optional.empty();
  private boolean failing;

  /**
   * What looks at what.
   *
   * @param baselines SHA-256 of the signed baselines; at least one
   * @param detectors the versions of their states, by id
   */
  public record Monitored(List<String> baselines, SortedMap<String, Integer> detectors) {}

  /**
   * For a run that starts now.
   *
   * @param file in a folder that exists
   * @param signer the monitor's own key, which the trust policy admits in the role {@code guard}
   * @param trust by which an earlier heartbeat is believed
   * @param notes takes sentences for people about what failed
   */
  public WatchHeartbeats(
      Monitored monitored, Path file, Signer signer, TrustPolicy trust, Consumer<String> notes) {
    this(monitored, file, signer, trust, notes, Clock.systemUTC());
  }

  WatchHeartbeats(
      Monitored monitored,
      Path file,
      Signer signer,
      TrustPolicy trust,
      Consumer<String> notes,
      Clock clock) {
    this.monitored = monitored;
    this.file = file;
    this.signer = signer;
    this.notes = notes;
    this.clock = clock;
    this.since = clock.instant();
    this.schedule =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());
    earlier(trust).ifPresent(incidents::take);
  }

  /** Writes one every so often. */
  public void every(Duration pause) {
    schedule.scheduleWithFixedDelay(
        this::write, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void batch(List<Event> events, List<Alert> alerts, Progress progress) {
    alerts.forEach(incidents::take);
    last = Optional.of(progress);
  }

  /** Writes one. What fails is told of once, until it works again; the last one stays. */
  synchronized void write() {
    try {
      replace(signer.sign(now().statement()).toJson());
      failing = false;
    } catch (IOException | SigningFailed failed) {
      if (!failing) {
        notes.accept(
            "The heartbeat %s cannot be written (%s). It is tried again."
                .formatted(file, failed.getMessage()));
      }
      failing = true;
    }
  }

  private void replace(byte[] bundle) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path next = Files.createTempFile(folder, ".heartbeat", ".tmp");
    try {
      Files.write(next, bundle);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private WatchHeartbeat now() {
    Instant at = clock.instant();
    Optional<Instant> newest =
        last.map(Progress::newest).filter(time -> time > 0).map(Instant::ofEpochMilli);
    List<OpenIncident> open = incidents.at(newest.orElse(at));
    int listed = Math.min(open.size(), WatchHeartbeat.MOST_INCIDENTS);
    return new WatchHeartbeat(
        monitored.baselines(),
        since,
        at,
        newest,
        last.map(Progress::events).orElse(0L),
        monitored.detectors(),
        last.map(WatchHeartbeats::alerts).orElse(Map.of()),
        open.subList(0, listed),
        open.size() - listed);
  }

  private static Map<Severity, Long> alerts(Progress progress) {
    Map<Severity, Long> alerts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      alerts.put(severity, progress.alerts().getOrDefault(severity.word(), 0L));
    }
    return alerts;
  }

  /** Whoever could forge it could also have its incidents signed again. */
  private Optional<WatchHeartbeat> earlier(TrustPolicy trust) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Purpose purpose =
        new Purpose(
            Set.of(Role.GUARD), Set.of(WatchHeartbeat.TYPE), Optional.empty(), clock.instant());
    try (InputStream in = Files.newInputStream(file)) {
      Bundle bundle = Bundle.parse(in.readNBytes(MOST_BYTES));
      if (Verifier.of(trust).verify(bundle, purpose) instanceof Verification.Admitted admitted) {
        return WatchHeartbeat.read(admitted.statement());
      }
    } catch (IOException | MalformedBundle wrong) {
      // Told of like one that nobody signed who may.
    }
    notes.accept(
        "%s is no heartbeat that is believed: incidents of earlier runs are not in the next one."
            .formatted(file));
    return Optional.empty();
  }

  /** Writes the last one. */
  @Override
  public void close() {
    schedule.shutdownNow();
    write();
  }
}
