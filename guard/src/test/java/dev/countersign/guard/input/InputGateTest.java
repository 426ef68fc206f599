package dev.countersign.guard.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.input.Reason.Kind;
import dev.countersign.guard.profile.UnusableProfile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate decides, and why it says so. */
class InputGateTest {
  private InputGate gate;
  private Input input;

  @BeforeEach
  void aGateOfTheServedModel() throws UnusableProfile {
    gate = InputGate.of(SmallModel.file(), SmallModel.SERVED);
    input = gate.input();
  }

  @Test
  void whatIsUsualIsAccepted() {
    assertThat(gate.decide(input.clear().number("age", 41).category("job", "sales")))
        .isEqualTo(Decision.ACCEPT);
    assertThat(input.pValue()).isGreaterThan(0.5);
  }

  @Test
  void whatIsFarIsRejectedWithTheFeatureThatMadeItSo() {
    assertThat(gate.decide(input.clear().number("age", 99).category("job", "sales")))
        .isEqualTo(Decision.REJECT);
    Reason reason = input.verdict().reasons().get(0);
    assertThat(reason.feature()).isEqualTo("age");
    assertThat(reason.kind()).isEqualTo(Kind.UNUSUAL);
    assertThat(reason.found()).isEqualTo("99");
    assertThat(reason.expected()).isEqualTo("about 40");
    assertThat(reason.share()).isGreaterThan(0.9);
  }

  @Test
  void thePValueIsTheShareOfCalibrationRowsThatAreAsUnusual() {
    gate.decide(input.clear().number("age", 99).category("job", "sales"));
    assertThat(input.score()).isGreaterThan(9.9);
    assertThat(input.pValue()).isEqualTo(1.0 / 100);
  }

  @Test
  void aModelThatTheProfileWasNotMadeForIsRefused() {
    assertThatThrownBy(() -> InputGate.of(SmallModel.file(), "c".repeat(64)))
        .isInstanceOf(UnusableProfile.class)
        .hasMessageContaining("made for another model")
        .hasMessageContaining("c".repeat(64));
  }

  @Test
  void aValueOutOfRangeIsNamedWithTheRange() {
    assertThat(gate.decide(input.clear().number("age", 250).category("job", "law")))
        .isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons())
        .containsExactly(Reason.of(Kind.OUT_OF_RANGE, "age", "250", "0 to 100"));
  }

  @Test
  void aCategoryThatNeverWasIsNamedWithThoseThatWere() {
    assertThat(gate.decide(input.clear().number("age", 40).category("job", "spy")))
        .isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons())
        .containsExactly(Reason.of(Kind.NEW_CATEGORY, "job", "spy", "sales, law, art"));
  }

  @Test
  void whatMayBeMissingMayAndWhatMayNotMayNot() {
    gate.decide(input.clear().number("age", 40));
    assertThat(input.verdict().reasons()).extracting(Reason::kind).doesNotContain(Kind.MISSING);
    assertThat(gate.decide(input.clear().category("job", "law"))).isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons())
        .containsExactly(Reason.of(Kind.MISSING, "age", "missing", "0 to 100"));
  }

  @Test
  void noFiniteNumberIsRejected() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 0}) {
      assertThat(gate.decide(input.clear().number("age", value).category("job", "law")))
          .isEqualTo(Decision.REJECT);
      assertThat(input.verdict().reasons())
          .extracting(Reason::kind)
          .containsExactly(Kind.NOT_A_NUMBER);
    }
  }

  @Test
  void textWhereANumberIsExpectedIsRejected() {
    assertThat(gate.decide(input.clear().category("age", "old").category("job", "law")))
        .isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons().get(0).found()).isEqualTo("old");
  }

  @Test
  void aVectorOfAnotherWidthIsRejected() {
    assertThat(gate.decide(input.clear().vector(new float[7]))).isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons())
        .containsExactly(Reason.of(Kind.WIDTH, "", "7 features", "2 features"));
    assertThat(gate.decide(input.clear().vector(new float[1]))).isEqualTo(Decision.REJECT);
  }

  @Test
  void aFeatureThatNobodyKnowsIsRejected() {
    assertThat(
            gate.decide(
                input.clear().number("age", 40).category("job", "law").number("height", 180)))
        .isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons().get(0).feature()).isEqualTo("height");
  }

  @Test
  void aPredictionThatTheProfileWasNotFittedWithIsRejected() {
    assertThat(gate.decide(input.clear().number("age", 40).category("job", "law").predicted("")))
        .isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons()).extracting(Reason::kind).containsExactly(Kind.PREDICTION);
  }

  @Test
  void afterTheDeadlineTheFailModeDecides() throws UnusableProfile {
    Deadline passed = Deadline.in(Duration.ofNanos(-1));
    assertThat(gate.decide(input.clear().number("age", 40).category("job", "law"), passed))
        .isEqualTo(Decision.REJECT);
    assertThat(input.undecided()).isTrue();
    assertThat(input.verdict().reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.OUT_OF_TIME);
    InputGate open = InputGate.of(SmallModel.file(), SmallModel.SERVED, FailMode.OPEN);
    Input other = open.input();
    assertThat(open.decide(other.number("age", 40).category("job", "law"), passed))
        .isEqualTo(Decision.FLAG);
  }

  @Test
  void anInputOfAnotherGateIsAMistakeOfTheProgram() throws UnusableProfile {
    Input other = InputGate.of(SmallModel.file(), SmallModel.SERVED).input();
    assertThatThrownBy(() -> gate.decide(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDecisionAllocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    decide(20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    decide(10_000);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).isLessThan(10_000);
  }

  private void decide(int times) {
    for (int i = 0; i < times; i++) {
      gate.decide(input.clear().number(0, 38 + i % 5).category(1, "sales"));
    }
  }

  @Test
  void threadsDecideAsOneDoes() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(4);
    for (int thread = 0; thread < 4; thread++) {
      int start = thread;
      new Thread(
              () -> {
                Input own = gate.input();
                for (int i = 0; i < 1_000; i++) {
                  gate.decide(
                      own.clear().number(0, (i + start) % 2 == 0 ? 40 : 99).category(1, "law"));
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    Drift drift = gate.drift();
    assertThat(List.of(drift.count(Decision.ACCEPT), drift.count(Decision.REJECT)))
        .containsExactly(2_000L, 2_000L);
  }
}
