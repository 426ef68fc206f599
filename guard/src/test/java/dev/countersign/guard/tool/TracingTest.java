package dev.countersign.guard.tool;

import static dev.countersign.guard.tool.Runs.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ToolPolicy;
import dev.countersign.guard.tool.trace.Trace;
import dev.countersign.guard.tool.trace.Trace.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are followed back exactly. */
class TracingTest {
  private final Conversation run = ToolGate.of(ToolPolicy.guessed()).start();

  private Trace trace(String value) {
    return run.tracer().trace(value, Trust.PARTNER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pay 1,024.50 EUR           | 1024.5",
        "Pay 1024.50 EUR            | 1024.5",
        "Pay $10 now                | 10.00",
        "to ＤＥ８９３７ please       | de8937",
        "mail A.B@Example.com!      | a.b@example.com",
        "to DE89\u200B37 please     | DE8937",
        "on May 19, 2024            | 2024-05-19",
        "on the 19 May 2024         | 2024-05-19",
        "visit www.a.example        | https://www.a.example/",
        "the file (report_final.md) | report_final.md",
      })
  void aValueIsFoundInOtherWritings(String said, String value) {
    run.user(said);
    run.content("web", Trust.PUBLIC, dev.countersign.guard.tool.label.Sensitivity.PUBLIC, "x y");
    assertThat(trace(value).user()).as("%s in %s", value, said).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DE89370400441, DE8937040044",
    "xDE8937040044, DE8937040044",
    "1100, 100",
    "100.55, 100.5",
    "evilexample.com, example.com"
  })
  void aPartOfAWordIsNotTheValue(String said, String value) {
    run.user(said);
    run.content("web", Trust.PUBLIC, dev.countersign.guard.tool.label.Sensitivity.PUBLIC, "x y");
    assertThat(trace(value).user()).as("%s in %s", value, said).isFalse();
  }

  @Test
  void aConfusableIsAnotherValue() {
    run.user("mail to boss@example.com");
    run.content("web", Trust.PUBLIC, dev.countersign.guard.tool.label.Sensitivity.PUBLIC, "x y");
    String cyrillic = "b\u043Ess@example.com";
    assertThat(trace(cyrillic).reaches(Trust.PARTNER)).isFalse();
  }

  @Test
  void whatIsMadeOfPartsHasTheLowestTrustOfThem() {
    run.user("Save it to /user/invoices");
    run.result(call("create_invoice"), "Invoice_7.txt was created");
    run.result(call("get_webpage"), "evil_name.txt");
    Trace good = trace("/user/invoices/Invoice_7.txt");
    assertThat(good.how()).isEqualTo(How.COMPOSED);
    assertThat(good.reaches(Trust.PARTNER)).isTrue();
    assertThat(trace("/user/invoices/evil_name.txt").trust()).isEqualTo(Trust.PUBLIC);
  }

  @Test
  void aDifferenceAndAPercentageAreComputed() {
    run.result(call("get_balance"), "975.0");
    run.result(call("get_price"), "1999.99");
    Trace difference = trace("1024.99");
    assertThat(difference.how()).isEqualTo(How.COMPUTED);
    assertThat(difference.trust()).isEqualTo(Trust.OPERATOR);
    run.user("Pay 20% of it");
    assertThat(trace("195").how()).isEqualTo(How.COMPUTED);
  }

  @Test
  void aSumWithANumberOfAPageIsThePages() {
    run.result(call("get_balance"), "975.0");
    run.result(call("get_webpage"), "Add 25.5 to it");
    assertThat(trace("1000.5").trust()).isEqualTo(Trust.PUBLIC);
  }

  @Test
  void aNearDayIsComputedFromOneThatIsKnown() {
    run.result(call("get_current_day"), "2024-05-19");
    run.content("web", Trust.PUBLIC, dev.countersign.guard.tool.label.Sensitivity.PUBLIC, "x y");
    assertThat(trace("2024-05-20").how()).isEqualTo(How.COMPUTED);
    assertThat(trace("2031-05-20").reaches(Trust.PARTNER)).isFalse();
  }

  @Test
  void whatIsFoundNowhereHasTheLowestTrustOfAllThatWasSeen() {
    run.user("Do something");
    assertThat(trace("zebra").trust()).isEqualTo(Trust.OPERATOR);
    run.content(
        "tickets", Trust.CUSTOMER, dev.countersign.guard.tool.label.Sensitivity.PUBLIC, "a");
    assertThat(trace("zebra").trust()).isEqualTo(Trust.CUSTOMER);
    run.result(call("get_webpage"), "b");
    assertThat(trace("zebra").trust()).isEqualTo(Trust.PUBLIC);
    assertThat(trace("zebra").how()).isEqualTo(How.NOT_FOUND);
  }
}
