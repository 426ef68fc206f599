package dev.countersign.assess.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digest of a policy: what is asked counts, how it is written does not. */
class PolicyDigestTest {
  private static final String POLICY =
      """
      countersign-policy: 1
      gate: { fail-on: high }
      planned: { longest: 120d, fail-on: critical }
      acceptance: { longest: 365d, bodies: { Board: { up-to: high } } }
      evidence: { longest: 400d }
      required-controls:
        - { control: model-signing, on: model, where: { origin: [vendor, hosted], format: onnx } }
        - { control: rate-limiting, on: component }
      exemptions:
        - { threat: a@b, system: s, reason: Pilot., by: CISO, until: 2026-12-31 }
      packs: [one, two]
      questions: { max-open: 3 }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fail-on: high          | fail-on: low
          longest: 120d          | longest: 121d
          longest: 365d          | longest: 1y
          longest: 400d          | longest: 399d
          fail-on: critical      | fail-on: high
          Board                  | Boards
          up-to: high            | up-to: low
          model-signing          | artefact-scan
          on: component          | on: store
          vendor,                | trained-here,
          format: onnx           | loader: data-only
          threat: a@b            | control: a@b
          a@b                    | a@c
          system: s              | system: t
          Pilot.                 | Trial.
          CISO                   | CTO
          2026-12-31             | 2027-01-01
          two                    | three
          max-open: 3            | max-open: 4
          """)
  void changesWithEveryRule(String from, String to) {
    assertThat(POLICY).contains(from);
    assertThat(digest(POLICY.replace(from, to))).isNotEqualTo(digest(POLICY));
  }

  @Test
  void doesNotChangeWithOrderOrLayout() {
    String other =
        """
        # The bank's policy.
        questions: { max-open: 3 }
        packs:
          - two
          - one
        exemptions:
          - until: 2026-12-31
            by: CISO
            threat: a@b
            system: s
            reason: Pilot.
        required-controls:
          - { control: rate-limiting, on: component, where: {} }
          - { where: { format: onnx, origin: [hosted, vendor] }, control: model-signing, on: model }
        evidence: { longest: 400d }
        acceptance: { bodies: { Board: { up-to: high } }, longest: 365d }
        planned: { longest: 120d, fail-on: critical }
        gate: { fail-on: high }
        countersign-policy: 1
        """;
    assertThat(digest(other)).isEqualTo(digest(POLICY));
  }

  @Test
  void tellsListsApartHoweverTheirTextsRunTogether() {
    String one = new CanonicalDigest("test").add(List.of("a", "b")).add(List.of()).finish();
    String other = new CanonicalDigest("test").add(List.of("a")).add(List.of("b")).finish();
    assertThat(one).matches("sha256:[0-9a-f]{64}").isNotEqualTo(other);
  }

  private static String digest(String yaml) {
    return PolicyReader.parse("policy.yaml", yaml).policy().orElseThrow().digest();
  }
}
