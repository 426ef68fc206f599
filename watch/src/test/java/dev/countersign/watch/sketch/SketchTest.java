package dev.countersign.watch.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Summaries of streams. */
class SketchTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 50, 300})
  void differentThingsAreCountedOnceEach(int things) {
    DistinctCount count = new DistinctCount();
    for (int i = 0; i < 5 * things; i++) {
      count.add(Hashes.of("client " + i % things));
    }
    assertThat(count.estimate()).isCloseTo(things, within(1e-9 + things * 0.12));
  }

  @Test
  void aCountThatIsFullSaysTheMost() {
    DistinctCount count = new DistinctCount();
    for (int i = 0; i < 100_000; i++) {
      count.add(Hashes.mix(i));
    }
    assertThat(count.estimate()).isCloseTo(DistinctCount.MOST, within(1.0));
  }

  @Test
  void aFilterKnowsWhatWasPutInAndLittleElse() {
    BloomFilter filter = new BloomFilter(13);
    for (int i = 0; i < 1024; i++) {
      filter.put(Hashes.mix(i));
    }
    BloomFilter again = BloomFilter.of(filter.bytes());
    int wrong = 0;
    for (int i = 0; i < 1024; i++) {
      assertThat(again.has(Hashes.mix(i))).isTrue();
      wrong += again.has(Hashes.mix(i + 1_000_000)) ? 1 : 0;
    }
    assertThat(wrong).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 9, 24})
  void bytesThatAreNoFilterAreRefused(int length) {
    assertThatThrownBy(() -> BloomFilter.of(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneWrongClockDoesNotStopTime() {
    EventClock clock = new EventClock();
    assertThat(clock.at(1000)).isEqualTo(1000);
    assertThat(clock.at(4_102_444_800_000L)).isEqualTo(1000);
    assertThat(clock.at(Long.MIN_VALUE)).isEqualTo(1000);
    assertThat(clock.at(900)).isEqualTo(1000);
    assertThat(clock.at(2000)).isEqualTo(2000);
  }

  @Test
  void aLogThatGoesOnAfterAWeekIsBelieved() {
    EventClock clock = new EventClock();
    clock.at(1000);
    long week = 7 * 86_400_000L;
    for (int i = 0; i < 7; i++) {
      assertThat(clock.at(week + i)).isEqualTo(1000);
    }
    assertThat(clock.at(week + 7)).isEqualTo(week + 7);
  }

  @Test
  void theMedianOfManyTimesIsNotMovedByAFewWrongOnes() {
    MedianTime times = new MedianTime();
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      times.add(i % 100 == 7 ? Long.MAX_VALUE : random.nextInt(1_000_000));
    }
    assertThat(times.median()).isBetween(450_000L, 560_000L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.99})
  void quantilesAreRightWithinAFifth(double share) {
    LogBuckets buckets = new LogBuckets();
    Random random = new Random(2);
    double[] numbers = new double[2000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 1 + 5000 * random.nextDouble();
      buckets.add(numbers[i]);
    }
    Arrays.sort(numbers);
    double exact = numbers[(int) (share * numbers.length)];
    assertThat(buckets.quantile(share)).isBetween(exact / 1.25, exact * 1.25);
  }

  @Test
  void whatWasLongAgoIsForgotten() {
    LogBuckets buckets = new LogBuckets();
    for (int i = 0; i < 10_000; i++) {
      buckets.add(i < 5000 ? 10 : 1e9);
    }
    assertThat(buckets.quantile(0.5)).isGreaterThan(1e7);
  }
}
