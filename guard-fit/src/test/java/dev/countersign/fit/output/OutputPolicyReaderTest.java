package dev.countersign.fit.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.guard.output.policy.Reach;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Output policies that people write. */
class OutputPolicyReaderTest {
  private final Problems problems = new Problems();

  private Optional<OutputPolicy> read(String yaml) {
    return YamlFile.parse("output-policy.yaml", yaml, problems)
        .flatMap(new OutputPolicyReader(problems)::read);
  }

  @Test
  void whatStandsAtTheTopHoldsForAllDestinations() {
    OutputPolicy policy =
        read("""
        output-policy: 1
        hosts: [docs.example.com, "*.cdn.example.com"]
        links: listed
        data: { email: reject, phone: accept }
        fail: open
        destinations:
          markdown: { images: none }
          sql: { tables: [orders] }
        """)
            .orElseThrow();
    assertThat(policy.of(Destination.HTML).links()).isEqualTo(Reach.LISTED);
    assertThat(policy.of(Destination.MARKDOWN).images()).isEqualTo(Reach.NONE);
    assertThat(policy.of(Destination.MARKDOWN).hosts().has("a.cdn.example.com")).isTrue();
    assertThat(policy.of(Destination.SQL).of(DataClass.EMAIL)).isEqualTo(Decision.REJECT);
    assertThat(policy.of(Destination.URL).fail()).isEqualTo(FailMode.OPEN);
    OutputGate gate = OutputGate.of(policy);
    assertThat(gate.check("SELECT a FROM orders", Destination.SQL).decision())
        .isEqualTo(Decision.ACCEPT);
    assertThat(gate.check("SELECT a FROM salaries", Destination.SQL).decision())
        .isEqualTo(Decision.REJECT);
  }

  @Test
  void aPolicyComesBackFromItsProfile() throws UnusableProfile {
    OutputPolicy policy =
        read("""
        output-policy: 1
        canaries: [cnry-7f3a9c41d2e8]
        destinations:
          numbers: { min: 0, max: 1, sum: 1, tolerance: 0.01, least: 2 }
          json: { schema: { type: object, required: [a] } }
          shell-command: { commands: [ls] }
        """)
            .orElseThrow();
    OutputPolicy back = OutputPolicy.read(policy.toJson());
    assertThat(back.toJson()).isEqualTo(policy.toJson());
    OutputGate gate = OutputGate.of(back);
    assertThat(gate.check("[0.25, 0.75]", Destination.NUMBERS).decision())
        .isEqualTo(Decision.ACCEPT);
    assertThat(gate.check("[0.25, 0.85]", Destination.NUMBERS).decision())
        .isEqualTo(Decision.REJECT);
    assertThat(gate.check("{}", Destination.JSON).decision()).isEqualTo(Decision.REJECT);
    assertThat(gate.check("cat x", Destination.SHELL_COMMAND).decision())
        .isEqualTo(Decision.REJECT);
    assertThat(gate.check("it is cnry 7f3a9c41d2e8", Destination.TEXT).decision())
        .isEqualTo(Decision.REJECT);
  }

  @Test
  void mistakesAreToldWithTheirPlacesAllAtOnce() {
    assertThat(
            read(
                """
                output-policy: 1
                hosts: ["https://example.com/"]
                data: { emial: reject }
                canaries: [short]
                max-length: -1
                destinations:
                  markdwn: {}
                  html: { images: lsited, tables: [a] }
                  json: { schema: { pattern: a } }
                """))
        .isEmpty();
    List<Integer> lines = problems.sorted().stream().map(p -> p.place().line()).toList();
    assertThat(lines).containsExactly(2, 3, 4, 5, 7, 8, 8, 9);
    assertThat(problems.sorted()).extracting(Problem::next).contains("Did you mean 'email'?");
  }

  @Test
  void theVersionIsAsked() {
    assertThat(read("hosts: [a.example]")).isEmpty();
    assertThat(read("output-policy: 2")).isEmpty();
    assertThat(read("- a")).isEmpty();
  }
}
