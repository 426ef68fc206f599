package dev.countersign.runner.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A threshold is of what several clients showed. */
class ThresholdsTest {
  private static Thresholds measuredOf(int clients) {
    ClientDays days = new ClientDays(1);
    for (int client = 0; client < 50; client++) {
      double[] largest = days.at("client-" + client, 0);
      largest[0] = client < clients ? client : Double.NEGATIVE_INFINITY;
    }
    return new Thresholds(days, statistic -> 1e-4);
  }

  @Test
  void hardlyAnyClientGivesNone() {
    for (int clients = 0; clients < 3; clients++) {
      assertThat(measuredOf(clients).of(0)).as("%d clients", clients).isEmpty();
    }
  }

  @Test
  void aFewGiveOneAboveAllOfThem() {
    for (int clients = 3; clients < 50; clients++) {
      double at = measuredOf(clients).of(0).orElseThrow().at();
      assertThat(at).as("%d clients", clients).isGreaterThan(clients - 1);
    }
  }
}
