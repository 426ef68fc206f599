package dev.countersign.fit.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.Subject;
import dev.countersign.fit.input.data.Table;
import dev.countersign.fit.input.data.UnreadableData;
import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.input.Input;
import dev.countersign.guard.input.InputGate;
import dev.countersign.guard.input.Reason;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.UnusableProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a fitted gate promises, on data whose distribution is known. */
class InputFitTest {
  private static final List<String> JOBS = List.of("sales", "law", "art");

  @Test
  void theRateThatWasAskedForComesOutOnRowsOfTheSameKind() throws Exception {
    double rejected = 0;
    double flagged = 0;
    int seeds = 5;
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      InputGate gate = gate(people(random, 6_000), FitOptions.usual().seeded(seed));
      Input input = gate.input();
      for (int i = 0; i < 4_000; i++) {
        gate.decide(input(input, person(random)));
      }
      rejected += gate.drift().rejected() / seeds;
      flagged += (gate.drift().rejected() + gate.drift().count(Decision.FLAG) / 4_000.0) / seeds;
    }
    // 20,000 inputs at five calibrations of 1,799 rows: three standard deviations.
    assertThat(rejected).isBetween(0.006, 0.014);
    assertThat(flagged).isBetween(0.042, 0.058);
  }

  @Test
  void theHeldOutCheckHoldsWhatWasAsked() throws Exception {
    HeldOut check = InputFit.of(people(new Random(3), 8_000), FitOptions.usual()).heldOut();
    double[] interval = check.interval(check.rejected());
    assertThat(interval[0]).isLessThan(0.01);
    assertThat(interval[1]).isGreaterThan(0.01);
  }

  @Test
  void combinationsThatNeverWereAreRejectedThoughEachValueIsUsual() throws Exception {
    InputGate gate = gate(people(new Random(1), 6_000), FitOptions.usual());
    Input input = gate.input();
    gate.decide(input.clear().number("age", 25).number("years", 40).category("job", "law"));
    assertThat(input.decision()).isEqualTo(Decision.REJECT);
    assertThat(input.verdict().reasons()).first().extracting(Reason::feature).isIn("age", "years");
  }

  @Test
  void missingValuesAreUsualWhereTrainingDataLackedThem() throws Exception {
    InputGate gate = gate(people(new Random(1), 6_000), FitOptions.usual());
    Input input = gate.input();
    assertThat(gate.decide(input.clear().number("age", 45).number("years", 22)))
        .isEqualTo(Decision.ACCEPT);
    assertThat(gate.decide(input.clear().number("years", 22).category("job", "law")))
        .isEqualTo(Decision.REJECT);
  }

  @Test
  void classesSharpenTheGate() throws Exception {
    Random random = new Random(5);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      rows.add(new double[] {i % 2 * 20 + random.nextGaussian(), random.nextGaussian(), i % 2});
    }
    Table table =
        new Table(
            List.of(column("x"), column("y"), new Table.Column("class", false, List.of("a", "b"))),
            rows,
            4_000);
    FittedInput fitted = InputFit.of(table, FitOptions.usual().labelled("class"));
    assertThat(fitted.classes().names()).containsExactly("a", "b");
    InputGate gate = gate(fitted);
    Input input = gate.input();
    assertThat(gate.decide(input.clear().vector(new float[] {10, 0}))).isEqualTo(Decision.REJECT);
    assertThat(gate.decide(input.clear().vector(new float[] {20, 0}))).isEqualTo(Decision.ACCEPT);
  }

  @Test
  void withPredictionsARowIsComparedWithItsClass() throws Exception {
    Random random = new Random(5);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      rows.add(new double[] {i % 2 * 20 + random.nextGaussian(), random.nextGaussian(), i % 2});
    }
    Table table =
        new Table(
            List.of(column("x"), column("y"), new Table.Column("said", false, List.of("a", "b"))),
            rows,
            4_000);
    FitOptions usual = FitOptions.usual();
    InputGate gate =
        gate(
            InputFit.of(
                table,
                new FitOptions(usual.label(), java.util.Optional.of("said"), 0.01, 0.05, 500, 1)));
    Input input = gate.input();
    float[] ofB = {20, 0};
    assertThat(gate.decide(input.clear().vector(ofB).predicted("b"))).isEqualTo(Decision.ACCEPT);
    assertThat(gate.decide(input.clear().vector(ofB).predicted("a"))).isEqualTo(Decision.REJECT);
    assertThat(gate.decide(input.clear().vector(ofB))).isEqualTo(Decision.REJECT);
    assertThat(gate.decide(input.clear().vector(ofB).predicted("c"))).isEqualTo(Decision.REJECT);
  }

  @Test
  void constantColumnsAndNumbersOfAnySizeDoNoHarm() throws Exception {
    Random random = new Random(2);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(new double[] {7, 1e300 * random.nextDouble(), Double.NaN, random.nextGaussian()});
    }
    Table table =
        new Table(
            List.of(column("constant"), column("huge"), column("never"), column("usual")),
            rows,
            2_000);
    FittedInput fitted = InputFit.of(table, FitOptions.usual());
    assertThat(fitted.heldOut().rate()).isLessThan(0.05);
  }

  @Test
  void tooFewRowsForTheRateAreRefusedWithHowManyItTakes() {
    assertThatThrownBy(() -> InputFit.of(people(new Random(1), 250), FitOptions.usual()))
        .isInstanceOf(UnreadableData.class)
        .hasMessageContaining("250 rows are too few to promise that 1 %");
  }

  @Test
  void theSameSeedGivesTheSameProfile() throws Exception {
    GuardProfile one = profile(InputFit.of(people(new Random(1), 1_000), FitOptions.usual()));
    GuardProfile other = profile(InputFit.of(people(new Random(1), 1_000), FitOptions.usual()));
    assertThat(one).isEqualTo(other);
    assertThat(one.rates()).containsKeys("false-rejects", "false-rejects-held-out");
  }

  /** Years of work follow from age, and pay from both; one in ten tells no job. */
  private static Table people(Random random, int count) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(person(random));
    }
    return new Table(
        List.of(column("age"), column("years"), new Table.Column("job", false, JOBS)), rows, count);
  }

  private static double[] person(Random random) {
    double age = 20 + 45 * random.nextDouble();
    double years = Math.max(0, age - 22 + 2 * random.nextGaussian());
    double job = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(3);
    return new double[] {age, years, job};
  }

  private static Input input(Input input, double[] person) {
    input.clear().number("age", person[0]).number("years", person[1]);
    return Double.isNaN(person[2]) ? input : input.category("job", JOBS.get((int) person[2]));
  }

  private static Table.Column column(String name) {
    return new Table.Column(name, true, List.of());
  }

  private static InputGate gate(Table table, FitOptions options) throws Exception {
    return gate(InputFit.of(table, options));
  }

  private static InputGate gate(FittedInput fitted) throws UnusableProfile {
    return InputGate.withoutModel(profile(fitted), FailMode.CLOSED);
  }

  private static GuardProfile profile(FittedInput fitted) {
    return fitted.profile(
        List.of(Subject.sha256("model", "a".repeat(64))), List.of(), Instant.EPOCH, "test");
  }
}
