package dev.countersign.runner.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.runner.Alerts;
import dev.countersign.runner.heartbeat.WatchHeartbeats.Monitored;
import dev.countersign.runner.run.Progress;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.heartbeat.OpenIncident;
import dev.countersign.watch.heartbeat.WatchHeartbeat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchHeartbeatsTest {
  private static final KeyPair KEY = NewKeys.generate(KeyKind.P256);
  private static final Instant NOON = Instant.parse("2026-11-27T18:00:00Z");
  private static final Monitored MONITORED =
      new Monitored(List.of("ab".repeat(32)), new TreeMap<>(Map.of("extraction", 3)));

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("beat.json");
  }

  @Test
  void theLastOneIsWrittenAtTheEnd() throws Exception {
    try (WatchHeartbeats beats = beats(KEY)) {
      beats.batch(List.of(), List.of(incident("a", Severity.HIGH)), progress());
    }

    assertThat(read())
        .isEqualTo(
            new WatchHeartbeat(
                List.of("ab".repeat(32)),
                NOON,
                NOON,
                Optional.of(NOON.minusSeconds(10)),
                1000,
                new TreeMap<>(Map.of("extraction", 3)),
                Map.of(Severity.HIGH, 1L),
                List.of(OpenIncident.of(incident("a", Severity.HIGH))),
                0));
    assertThat(notes).isEmpty();
  }

  @Test
  void incidentsOfAnEarlierRunStay() throws Exception {
    try (WatchHeartbeats beats = beats(KEY)) {
      beats.batch(List.of(), List.of(incident("a", Severity.HIGH)), progress());
    }
    try (WatchHeartbeats beats = beats(KEY)) {
      beats.batch(List.of(), List.of(incident("b", Severity.CRITICAL)), progress());
    }

    assertThat(read().incidents()).extracting(OpenIncident::id).containsExactly("b", "a");
  }

  @Test
  void incidentsThatSomebodyElseSignedAreNotSignedAgain() throws Exception {
    try (WatchHeartbeats forged = beats(NewKeys.generate(KeyKind.P256))) {
      forged.batch(List.of(), List.of(incident("forged", Severity.HIGH)), progress());
    }
    notes.clear();
    try (WatchHeartbeats beats = beats(KEY)) {
      beats.batch(List.of(), List.of(), progress());
    }

    assertThat(read().incidents()).isEmpty();
    assertThat(notes).singleElement().asString().contains("no heartbeat that is believed");
  }

  @Test
  void noMoreIncidentsAreListedThanMayBe() throws Exception {
    try (WatchHeartbeats beats = beats(KEY)) {
      for (int i = 0; i < 60; i++) {
        beats.batch(List.of(), List.of(incident("i" + i, Severity.MEDIUM)), progress());
      }
    }

    assertThat(read().incidents()).hasSize(50);
    assertThat(read().unlisted()).isEqualTo(10);
  }

  @Test
  void aFolderThatIsGoneIsToldOfOnce() throws Exception {
    try (WatchHeartbeats beats = beats(KEY)) {
      file = folder.resolve("beat.json");
      Files.delete(folder);
      beats.write();
      beats.write();
      Files.createDirectory(folder);
    }

    assertThat(notes).singleElement().asString().contains("cannot be written");
    assertThat(read().incidents()).isEmpty();
  }

  private WatchHeartbeats beats(KeyPair key) {
    return new WatchHeartbeats(
        MONITORED,
        file,
        Signers.key(key.getPrivate(), key.getPublic()),
        TrustPolicy.key(KEY.getPublic()),
        notes::add,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private WatchHeartbeat read() throws Exception {
    Purpose purpose =
        new Purpose(Set.of(Role.GUARD), Set.of(WatchHeartbeat.TYPE), Optional.empty(), NOON);
    Admitted admitted =
        (Admitted)
            Verifier.of(TrustPolicy.key(KEY.getPublic()))
                .verify(Bundle.parse(Files.readAllBytes(file)), purpose);
    return WatchHeartbeat.read(admitted.statement()).orElseThrow();
  }

  private static Alert incident(String id, Severity severity) {
    return Alerts.extraction(id, 1, severity, "83eeb38e");
  }

  private static Progress progress() {
    return new Progress(
        1000, 0, 0, 0, 3, 0, 0, Map.of("high", 1L), NOON.toEpochMilli() - 10_000, 0, "");
  }
}
