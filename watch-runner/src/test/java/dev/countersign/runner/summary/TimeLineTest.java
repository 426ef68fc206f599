package dev.countersign.runner.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeLineTest {
  private final long[] counts = new long[TimeLine.MOST];
  private final TimeLine time =
      new TimeLine((from, into) -> {
        if (from != into) {
          counts[into] += counts[from];
          counts[from] = 0;
        }
      });

  @Test
  void partsAreSecondsAtFirst() {
    count(1_500);
    count(1_999);
    count(4_000);

    assertThat(time.parts()).isEqualTo(4);
    assertThat(time.start(0)).isEqualTo(1000);
    assertThat(time.length()).isEqualTo(1000);
    assertThat(Arrays.copyOf(counts, 4)).containsExactly(2, 0, 0, 1);
  }

  @Test
  void partsBecomeLongerAndLoseNothing() {
    Random random = new Random(7);
    long now = 1_795_780_803_000L;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(60_000);
      count(now);
    }

    assertThat(time.parts()).isBetween(TimeLine.MOST / 2, TimeLine.MOST);
    assertThat(time.start(0)).isLessThanOrEqualTo(1_795_780_863_000L);
    assertThat(time.start(0) % time.length()).isZero();
    assertThat(time.start(time.parts() - 1)).isLessThanOrEqualTo(now);
    assertThat(time.start(time.parts())).isGreaterThan(now);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(20_000);
    double mean = 20_000.0 / time.parts();
    assertThat(counts[time.parts() / 2]).isBetween((long) (mean / 2), (long) (mean * 2));
  }

  @Test
  void whatIsBeforeAllOthersIsInTheFirstPart() {
    count(5_000_000);
    count(1);

    assertThat(counts[0]).isEqualTo(2);
  }

  @Test
  void aLeapOfAThousandYearsIsNoTrouble() {
    count(0);
    count(31_557_600_000_000L);

    assertThat(counts[0]).isEqualTo(1);
    assertThat(counts[time.parts() - 1]).isEqualTo(1);
  }

  private void count(long at) {
    int part = time.part(at);
    counts[part]++;
  }
}
