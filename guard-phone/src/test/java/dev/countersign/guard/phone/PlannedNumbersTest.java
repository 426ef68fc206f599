package dev.countersign.guard.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.content.PhoneNumbers;
import dev.countersign.guard.output.finding.Finding;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.guard.profile.UnusableProfile;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlannedNumbersTest {
  private static final OutputGate GATE = OutputGate.standard();

  @Test
  void theOutputGateFindsIt() {
    assertThat(ServiceLoader.load(PhoneNumbers.class))
        .singleElement()
        .isInstanceOf(PlannedNumbers.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 212-555-0123",
        "+44 20 7946 0958",
        "+49 30 901820",
        "+49 (0)30 901820",
        "+33 1 42 68 53 00",
        "+39 06 6982",
        "+34 912 345 678",
        "+351 21 123 4567",
        "+31 20 624 1111",
        "+32 2 555 12 12",
        "+41 44 668 18 00",
        "+43 1 51444",
        "+45 32 12 34 56",
        "+46 8 123 456 78",
        "+47 22 12 34 56",
        "+358 9 1234 567",
        "+48 22 123 45 67",
        "+420 222 333 444",
        "+36 1 234 5678",
        "+30 21 0123 4567",
        "+90 212 345 67 89",
        "+7 495 123-45-67",
        "+380 44 123 4567",
        "+972 2-123-4567",
        "+20 2 34567890",
        "+27 11 978 5313",
        "+234 803 123 4567",
        "+254 20 2012345",
        "+91 98765 43210",
        "+86 10 1234 5678",
        "+81 3-1234-5678",
        "+82 2-312-3456",
        "+61 2 1234 5678",
        "+64 3 345 6789",
        "+55 11 91234-5678",
        "+52 55 1234 5678",
        "+54 9 11 2345-6789",
        "+4915112345678",
        "0049 30 901820",
        "(212) 555-0123",
        "212-555-0123",
        "212.555.0123",
        "020 7946 0958",
        "030 901820",
        "0171 1234567",
        "01 42 68 53 00",
        "(02) 5550 1234",
        "03-1234-5678",
        "098765 43210",
        "(11) 91234-5678"
      })
  void numbersOfManyCountriesAreFlagged(String number) {
    assertThat(found("Call " + number + " today.")).isEqualTo(List.of(number));
    assertThat(found("Call " + number)).isEqualTo(List.of(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 0012345678",
        "order 0712345678",
        "invoice 2024-001-4711",
        "ticket 123-456-7890",
        "at 2026-11-27 19:30:00",
        "at 2026-11-27T19:30:00+01:00",
        "from 01.02.2024 to 03.04.2025",
        "1764271800000 ms",
        "+1764271800000 ns",
        "GB82 WEST 1234 5698 7654 32",
        "DE89 3704 0044 0532 0130 00",
        "NL91 ABNA 0417 1643 00",
        "version 10.15.7.2024.1",
        "192.168.100.200",
        "ISBN 978-3-16-148410-0",
        "ISBN 0-306-40615-2",
        "0000 1111 2222 3333",
        "(12345678)",
        "(2024) 123-4567-8",
        "00:11:22:33:44:55",
        "lat 52.520008, lon 13.404954",
        "0.1234567890",
        "0.71 0.7123456",
        "0123456789",
        "+49 1",
        "+999 123 456 789",
        "sum: 1 000 000 000",
        "(1 234 567.89)",
        "0 1 2 3 4 5 6 7 8 9",
        "commit 0912345678abcdef"
      })
  void whatOnlyLooksLikeOneIsNot(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void whatFollowsANumberIsNoPartOfIt() {
    assertThat(found("+44 20 7946 0958 12 people")).containsExactly("+44 20 7946 0958");
  }

  @Test
  void behindManyCandidatesAPlusSignIsEnough() {
    String none = "+999 123 456 789; ";
    assertThat(found(none.repeat(30))).isEmpty();
    assertThat(found(none.repeat(2_000))).isNotEmpty();
    assertThat(found("0.1234 0.2345\n0712345678, ".repeat(2_000))).isEmpty();
  }

  @Test
  void aNumberIsFlaggedUnlessThePolicyAcceptsIt() throws UnusableProfile {
    String text = "+44 20 7946 0958";
    assertThat(GATE.check(text, Destination.TEXT).decision()).isEqualTo(Decision.FLAG);
    ObjectNode settings = JsonMapper.shared().createObjectNode();
    settings.putObject("usual").putObject("data").put("phone", "accept");
    OutputGate accepting = OutputGate.of(OutputPolicy.read(settings));
    assertThat(accepting.check(text, Destination.TEXT).decision()).isEqualTo(Decision.ACCEPT);
  }

  private static List<String> found(String text) {
    return GATE.check(text, Destination.TEXT).findings().stream()
        .filter(finding -> finding.rule().equals("personal.phone"))
        .map((Finding finding) -> text.substring(finding.start(), finding.end()))
        .toList();
  }
}
