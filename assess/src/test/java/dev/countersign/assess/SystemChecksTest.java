package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A threat model has people and days, and so have the assumptions in it. */
class SystemChecksTest {
  private static final String BARE = "id: card-fraud\npurpose: Declines payments.\n";

  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aSystemThatIsLookedAfter() {
    sample = new Sample(folder);
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void theCheckpointIsMissedFromTheDayAfter() {
    assertThat(sample.asOf("2027-02-01").findings()).isEmpty();
    assertThat(sample.asOf("2027-02-02").findings())
        .containsExactly(
            "error missed-checkpoint:card-fraud: The threat model of card-fraud was to be reviewed"
                + " by 2027-02-01. → Go through it with both leads, then set next-checkpoint to a"
                + " day to come.");
  }

  @Test
  void aCheckpointAndTwoLeadsAreAskedFor() {
    assertThat(sample.system(BARE).findings())
        .containsExactly(
            "warning missing-checkpoint:card-fraud: No day is set by which the threat model of"
                + " card-fraud is reviewed again. → Add next-checkpoint: DATE under system.",
            "warning missing-lead:card-fraud: card-fraud names no ml-lead and security-lead. → Add"
                + " who signs for it under system: two people, one for the model and one for"
                + " security.");
  }

  @Test
  void thePurposeOfADraftCannotBeSigned() {
    sample.system(
        """
        id: card-fraud
        purpose: Say here in one sentence what the system does, and for whom.
        ml-lead: ada@bank.example
        security-lead: grace@bank.example
        next-checkpoint: 2027-02-01
        """);
    assertThat(sample.findings())
        .containsExactly(
            "error placeholder:card-fraud: The purpose of card-fraud still waits to be written. →"
                + " Replace the sentence of the draft under system: say what the system does, and"
                + " for whom. Nobody can sign for it before.");
  }

  @Test
  void aSystemOfWhichNothingCanDeriveDoesNotPass() {
    assertThat(nothing("actors: {}")).contains("declares no actor, no model and no component");
    assertThat(nothing("actors: { customer: public }\ndatasets: { papers: {} }"))
        .contains("declares no model and no component", "Add what it consists of");
  }

  private String nothing(String elements) {
    return String.join("\n", sample.elements(elements + "\n").findings());
  }

  @Test
  void onePersonIsNotTwoLeads() {
    sample.system(
        BARE
            + """
            ml-lead: ada@bank.example
            security-lead: ada@bank.example
            next-checkpoint: 2027-02-01
            """);
    assertThat(sample.findings())
        .containsExactly(
            "warning same-lead:card-fraud: ada@bank.example is both ml-lead and security-lead. →"
                + " Name two people: the second signature is worth something only from another"
                + " person.");
  }

  @Test
  void anAssumptionEnds() {
    sample.assumptions(
        """
        chargebacks-arrive:
          states: Chargebacks arrive within 90 days.
          owner: fraud-ops
          until: 2027-01-01
        """);
    assertThat(sample.asOf("2027-01-01").findings()).isEmpty();
    assertThat(sample.asOf("2027-01-02").findings())
        .containsExactly(
            "error expired-assumption:chargebacks-arrive: The assumption chargebacks-arrive"
                + " (fraud-ops) held until 2027-01-01: Chargebacks arrive within 90 days. → Check"
                + " whether it still holds, then set a new day, or model what is true instead.");
  }

  @Test
  void anAssumptionHasAnOwnerAndADay() {
    sample.assumptions("chargebacks-arrive: { states: Chargebacks arrive within 90 days. }");
    assertThat(sample.findings())
        .containsExactly(
            "error incomplete-assumption:chargebacks-arrive: The assumption chargebacks-arrive"
                + " lacks owner and until. → Add it: what is taken as true without proof has"
                + " somebody who answers for it and a last day.");
  }
}
