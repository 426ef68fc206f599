package dev.countersign.assess.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.policy.Exemption.Scope;
import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Severity;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The whole language of a policy, and what holds where it says nothing. */
class PolicyReaderTest {
  @Test
  void readsEveryKey() {
    Policy policy =
        read(
            """
            countersign-policy: 1
            gate: { fail-on: medium }
            planned: { longest: 120d, fail-on: critical }
            acceptance:
              longest: 1y
              bodies:
                Model Risk Committee: { up-to: high }
                Team Lead: { up-to: low }
            evidence: { longest: 6m }
            required-controls:
              - { control: model-signing, on: model, where: { origin: open-weights } }
              - { control: rate-limiting, on: component, where: { metered: true } }
            exemptions:
              - finding: open-threat:evasion@fraud-gbt
                system: card-fraud
                reason: The pilot has ten users.
                by: CISO
                until: 2026-12-31
            packs: [packs/bank]
            questions: { max-open: 10 }
            sign-off: { required: [security-lead, ml-lead], risk-body-above: medium }
            artefacts: { allowed: [acme.models.Scorer, acme.layers.*] }
            guards:
              heartbeat: 1d
              input-gate: { false-rejects-held-out: 0.02 }
              inference-monitoring: { false-alarms: 0.0001, fail-on: critical }
            """);
    assertThat(policy)
        .isEqualTo(
            new Policy(
                Optional.of("policy.yaml"),
                new Gate(Optional.of(Severity.MEDIUM)),
                new Planning(Span.ofDays(120), Optional.of(Severity.CRITICAL)),
                new Acceptance(
                    new Span(1, Span.Unit.YEAR),
                    Optional.of(
                        new TreeMap<>(
                            Map.of(
                                "Model Risk Committee",
                                Severity.HIGH,
                                "Team Lead",
                                Severity.LOW)))),
                new Span(6, Span.Unit.MONTH),
                List.of(
                    new RequiredControl(
                        "model-signing",
                        ElementKind.MODEL,
                        new TreeMap<>(Map.of("origin", List.of("open-weights"))),
                        new Place("policy.yaml", 11, 5)),
                    new RequiredControl(
                        "rate-limiting",
                        ElementKind.COMPONENT,
                        new TreeMap<>(Map.of("metered", List.of("yes"))),
                        new Place("policy.yaml", 12, 5))),
                List.of(
                    new Exemption(
                        Scope.FINDING,
                        "open-threat:evasion@fraud-gbt",
                        "card-fraud",
                        "The pilot has ten users.",
                        "CISO",
                        LocalDate.parse("2026-12-31"),
                        new Place("policy.yaml", 14, 5))),
                List.of(new ExtraPack("packs/bank", new Place("policy.yaml", 19, 9))),
                OptionalInt.of(10),
                new SigningRule(
                    new TreeSet<>(List.of(Role.ML_LEAD, Role.SECURITY_LEAD)),
                    Optional.of(Severity.MEDIUM)),
                new ArtefactPolicy(
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>(List.of("acme.layers.*", "acme.models.Scorer"))),
                new GuardPolicy(
                    Span.ofDays(1),
                    Map.of(
                        dev.countersign.guard.Gate.INPUT,
                        new TreeMap<>(Map.of("false-rejects-held-out", 0.02))),
                    new MonitorPolicy(
                        OptionalDouble.of(0.0001),
                        Optional.of(dev.countersign.watch.alert.Severity.CRITICAL)))));
  }

  @Test
  void takesTheDefaultForEveryKeyThatIsLeftOut() {
    Policy policy = read("countersign-policy: 1");
    assertThat(policy.digest()).isEqualTo(Policy.DEFAULT.digest());
    assertThat(policy.gate().word()).isEqualTo("high");
    assertThat(policy.planned().isEnoughFor(Severity.CRITICAL)).isTrue();
    assertThat(policy.acceptance().bodies()).isEmpty();
  }

  @Test
  void whatIsAskedOfMonitorsIsPartOfTheDigest() {
    Policy never =
        read("countersign-policy: 1\nguards: { inference-monitoring: { fail-on: never } }");
    assertThat(never.guards().monitors().failOn()).isEmpty();
    assertThat(never.digest()).isNotEqualTo(Policy.DEFAULT.digest());
    Policy usual =
        read("countersign-policy: 1\nguards: { inference-monitoring: { fail-on: high } }");
    assertThat(usual.digest()).isEqualTo(Policy.DEFAULT.digest());
  }

  @Test
  void aGateMayNeverFail() {
    Gate gate = read("countersign-policy: 1\ngate: { fail-on: never }").gate();
    assertThat(gate.fails(Severity.CRITICAL)).isFalse();
    assertThat(Gate.words()).containsExactly("low", "medium", "high", "critical", "never");
    assertThat(Gate.parse("severe")).isEmpty();
  }

  @Test
  void aSpanEndsOnADayOfTheCalendar() {
    LocalDate lastOfJanuary = LocalDate.parse("2027-01-31");
    assertThat(Span.parse("30d").orElseThrow().from(lastOfJanuary)).hasToString("2027-03-02");
    assertThat(Span.parse("2w").orElseThrow().from(lastOfJanuary)).hasToString("2027-02-14");
    assertThat(Span.parse("1m").orElseThrow().from(lastOfJanuary)).hasToString("2027-02-28");
    assertThat(Span.parse("1y").orElseThrow().from(lastOfJanuary)).hasToString("2028-01-31");
    assertThat(Span.parse("1m").orElseThrow()).hasToString("1 month");
    assertThat(Span.parse("12d").orElseThrow()).hasToString("12 days");
    assertThat(List.of("0d", "1", "d", "-1d", "1.5y", "10000d", "1d ", "1D"))
        .allSatisfy(text -> assertThat(Span.parse(text)).isEmpty());
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    List<Problem> problems = PolicyReader.read(Path.of("no-such-policy.yaml")).problems();
    assertThat(problems).extracting(Problem::message).containsExactly("no such file");
  }

  private static Policy read(String yaml) {
    PolicyReader.Result result = PolicyReader.parse("policy.yaml", yaml);
    assertThat(result.problems()).isEmpty();
    return result.policy().orElseThrow();
  }
}
