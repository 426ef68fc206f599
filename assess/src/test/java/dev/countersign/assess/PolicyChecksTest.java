package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy asks of a system whatever derives. */
class PolicyChecksTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void aSystemWithAModelTrainedHere() {
    sample = new Sample(folder);
  }

  @Test
  void aRequiredControlIsThere() {
    sample.policy(required("model-signing", "model", "{ origin: [trained-here, vendor] }"));
    assertThat(sample.findings())
        .containsExactly(
            "error required-control:model-signing@fraud-gbt: The policy requires model-signing on"
                + " every model with origin trained-here or vendor, and fraud-gbt has none. → Put"
                + " it in place and list model-signing@fraud-gbt under controls with its"
                + " evidence.");
  }

  @Test
  void aRequiredControlIsProven() {
    sample.policy(required("model-signing", "model", "{}")).controls("model-signing@fraud-gbt: {}");
    assertThat(sample.findings())
        .containsExactly(
            "error required-control:model-signing@fraud-gbt: The policy requires model-signing on"
                + " every model, and that of fraud-gbt is not proven. No evidence is offered for"
                + " it. → Offer evidence that verifies: countersign explain model-signing says"
                + " which.");

    sample = new Sample(folder).policy(required("model-signing", "model", "{}"));
    assertThat(sample.proven("model-signing@fraud-gbt").findings()).isEmpty();
  }

  @Test
  void aRuleIsOnlyForElementsOfWhichItsFactsAreTrue() {
    sample.policy(required("model-signing", "model", "{ origin: open-weights }"));
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void aRuleThatHangsOnAnUnknownFactSaysSo() {
    sample.policy(required("model-signing", "model", "{ format: pickle, origin: trained-here }"));
    assertThat(sample.findings())
        .containsExactly(
            "warning required-control:model-signing@fraud-gbt: The policy requires model-signing on"
                + " every model with format pickle and origin trained-here; for fraud-gbt it is not"
                + " known whether that applies. → State format of fraud-gbt.");
  }

  @Test
  void aFactThatIsOtherwiseRulesOutWhatAnUnknownOneLeavesOpen() {
    sample.policy(required("model-signing", "model", "{ format: pickle, origin: vendor }"));
    assertThat(sample.findings()).isEmpty();
  }

  @Test
  void aRequiredControlExists() {
    sample.policy(required("model-singing", "model", "{}"));
    assertThat(sample.findings())
        .containsExactly(
            "error policy-control:model-singing: The policy requires model-singing, which is not in"
                + " the control catalogue. → Did you mean model-signing?");
  }

  @Test
  void aRequiredControlCanStandThere() {
    sample.policy(required("model-signing", "component", "{}"));
    assertThat(sample.findings())
        .containsExactly(
            "error policy-control:model-signing: The policy requires model-signing on a component,"
                + " where it cannot be placed. → Set on to model or store.");
  }

  @Test
  void questionsFailOnlyWhereThePolicyBoundsThem() {
    sample.question("format", "fraud-gbt").question("stored", "fraud-gbt");
    assertThat(sample.findings()).isEmpty();
    assertThat(sample.policy("questions: { max-open: 2 }").findings()).isEmpty();
    assertThat(sample.policy("questions: { max-open: 1 }").findings())
        .containsExactly(
            "error open-questions:card-fraud: 2 questions are open; the policy allows 1. → Answer"
                + " format@fraud-gbt first: it decides most.");
  }

  private static String required(String control, String on, String where) {
    return "required-controls: [ { control: %s, on: %s, where: %s } ]"
        .formatted(control, on, where);
  }
}
