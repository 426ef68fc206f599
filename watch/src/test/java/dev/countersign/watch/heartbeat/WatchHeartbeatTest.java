package dev.countersign.watch.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WatchHeartbeatTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Alert ALERT = alert("1f0c", Severity.HIGH, NOON);

  @Test
  void whatIsSaidIsReadAgain() {
    for (Optional<Instant> newest : List.of(Optional.<Instant>empty(), Optional.of(NOON))) {
      WatchHeartbeat heartbeat = heartbeat(newest, List.of(OpenIncident.of(ALERT)));
      assertThat(WatchHeartbeat.read(heartbeat.statement())).contains(heartbeat);
    }
  }

  @Test
  void itNamesNoClient() {
    assertThat(heartbeat(Optional.of(NOON), List.of(OpenIncident.of(ALERT))).statement().toString())
        .doesNotContain("83eeb38e");
  }

  @Test
  void theSchemaDescribesIt() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/schema/watch-heartbeat-1.schema.json")));
    ObjectNode predicate =
        heartbeat(Optional.of(NOON), List.of(OpenIncident.of(ALERT))).statement().predicate();

    assertThat(schema.validate(predicate.toString(), InputFormat.JSON)).isEmpty();
    predicate.remove("at");
    assertThat(schema.validate(predicate.toString(), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void whatIsNoHeartbeatIsNone() {
    Statement right = heartbeat(Optional.of(NOON), List.of(OpenIncident.of(ALERT))).statement();
    assertThat(
            WatchHeartbeat.read(
                new Statement(right.subjects(), "https://example.com", right.predicate())))
        .isEmpty();
    assertNone(right, json -> json.put("at", "noon"));
    assertNone(right, json -> json.put("newest", 7));
    assertNone(
        right, json -> ((ObjectNode) json.path("incidents").get(0)).put("severity", "grave"));
    assertNone(
        right,
        json -> {
          for (int i = 0; i < WatchHeartbeat.MOST_INCIDENTS; i++) {
            json.withArray("/incidents").add(json.path("incidents").get(0));
          }
        });
  }

  private static void assertNone(Statement right, Consumer<ObjectNode> wrong) {
    ObjectNode json = right.predicate().deepCopy();
    wrong.accept(json);
    assertThat(
            WatchHeartbeat.read(
                new Statement(
                    List.of(Subject.sha256("baseline", "ab".repeat(32))),
                    WatchHeartbeat.TYPE,
                    json)))
        .isEmpty();
  }

  @Test
  void noMoreIncidentsAreListedThanMayBe() {
    List<OpenIncident> tooMany =
        Collections.nCopies(WatchHeartbeat.MOST_INCIDENTS + 1, OpenIncident.of(ALERT));
    assertThatThrownBy(() -> heartbeat(Optional.empty(), tooMany))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void incidentsAreToldOfForAMonthTheWorstFirst() {
    Incidents incidents = new Incidents();
    incidents.take(alert("guess", Severity.LOW, NOON));
    incidents.take(alert("old", Severity.CRITICAL, NOON.minusSeconds(31 * 86_400)));
    incidents.take(alert("grows", Severity.MEDIUM, NOON.minusSeconds(60)));
    incidents.take(alert("b", Severity.HIGH, NOON));
    incidents.take(alert("grows", Severity.CRITICAL, NOON));
    incidents.take(heartbeat(Optional.empty(), List.of(OpenIncident.of(ALERT))));

    assertThat(incidents.at(NOON))
        .extracting(OpenIncident::id)
        .containsExactly("grows", "1f0c", "b");
  }

  private static WatchHeartbeat heartbeat(Optional<Instant> newest, List<OpenIncident> incidents) {
    return new WatchHeartbeat(
        List.of("ab".repeat(32)),
        NOON.minusSeconds(60),
        NOON,
        newest,
        1000,
        new TreeMap<>(Map.of("extraction", 2, "evasion", 1)),
        Map.of(Severity.HIGH, 1L),
        incidents,
        0);
  }

  private static Alert alert(String id, Severity severity, Instant time) {
    return new Alert(
        id,
        1,
        severity,
        time.toEpochMilli(),
        time.toEpochMilli(),
        "extraction",
        "card-fraud",
        "fraud",
        "model-extraction@fraud-gbt",
        "83eeb38e",
        List.of("83eeb38e"),
        List.of(),
        List.of(),
        "");
  }
}
