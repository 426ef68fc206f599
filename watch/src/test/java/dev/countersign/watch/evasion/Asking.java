package dev.countersign.watch.evasion;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.detector.State;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients of a linear model over {@value #WIDTH} numbers from 0 to 1, each with a way of asking of
 * its own. The rows that they are about lie around a few middles.
 */
public final class Asking {
  /** How many features a row has. */
  public static final int WIDTH = 20;

  private static final ModelBaseline BASELINE = learnt();

  private static final int MIDDLES = 6;
  private static final double SPREAD = 0.15;

  private final Random random;
  private final double[][] middles = new double[MIDDLES][];
  private final double[] weights = new double[WIDTH];
  private final List<Event> asked = new ArrayList<>();
  private final String client;

  /** A client with a seed of its own; the model and the middles are the same for all. */
  public Asking(String client, long seed) {
    this.client = client;
    Random common = new Random(5);
    for (int i = 0; i < MIDDLES; i++) {
      middles[i] = common.doubles(WIDTH).toArray();
    }
    for (int i = 0; i < WIDTH; i++) {
      weights[i] = common.nextGaussian();
    }
    this.random = new Random(seed);
  }

  /** What is known of the model: what {@link Evasion} learnt from batches and a sensor. */
  public static ModelBaseline baseline() {
    return BASELINE;
  }

  private static ModelBaseline learnt() {
    Learner learner = new Evasion().learner().orElseThrow();
    for (int i = 0; i < 12; i++) {
      new Asking("benign-" + i, 100 + i).scores(60).asked().forEach(learner::learn);
    }
    new Asking("sensor", 99).measures(300).asked().forEach(learner::learn);
    float[] middle = new float[WIDTH];
    float[] spread = new float[WIDTH];
    Arrays.fill(middle, 0.5f);
    Arrays.fill(spread, 0.3f);
    return new ModelBaseline(
        "fleet",
        "linear",
        "linear",
        Optional.of(new FeatureSpace(middle, spread)),
        Map.of(),
        Map.of(Evasion.ID, learner.settings()));
  }

  /**
   * After how many rows a client reaches a threshold that stands without calibration; 0 if never.
   */
  public static int seenAfter(DetectorKind kind, ModelBaseline baseline, List<Event> events) {
    return seenAfter(kind, kind.client(baseline), baseline.space(), events);
  }

  private static <S extends State> int seenAfter(
      DetectorKind kind,
      ClientDetector<S> detector,
      Optional<FeatureSpace> space,
      List<Event> events) {
    AtomicBoolean seen = new AtomicBoolean();
    Readings out =
        new Readings() {
          @Override
          public void reading(int statistic, double value) {
            seen.compareAndSet(false, value >= kind.statistics().get(statistic).fallback());
          }

          @Override
          public void contribute(Contribution contribution) {}
        };
    S state = detector.fresh();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      detector.event(state, event, out);
      if (space.isPresent()) {
        Place place = space.get().newPlace();
        space.get().place(event.rows(), 0, place);
        detector.row(state, event, 0, place, out);
      }
      if (seen.get()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** What was asked so far. */
  public List<Event> asked() {
    return asked;
  }

  /** A record like those that the model is for. */
  public double[] record() {
    double[] middle = middles[random.nextInt(MIDDLES)];
    double[] row = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      row[i] = clipped(middle[i] + SPREAD * random.nextGaussian());
    }
    return row;
  }

  /** Asks about a row, and says which of two classes it is of. */
  public int ask(double[] row) {
    double sum = 0;
    float[] features = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      sum += weights[i] * (row[i] - 0.5);
      features[i] = (float) row[i];
    }
    float p = (float) (1 / (1 + Math.exp(-4 * sum)));
    asked.add(
        Event.at(1000L * asked.size(), client + "-" + asked.size())
            .system("fleet")
            .model("linear")
            .client(client)
            .rows(new Rows(1, features, new float[] {1 - p, p}))
            .build());
    return p >= 0.5 ? 1 : 0;
  }

  /** Scores one record after the other. */
  public Asking scores(int rows) {
    for (int i = 0; i < rows; i++) {
      ask(record());
    }
    return this;
  }

  /** Asks each record up to five times. */
  public Asking retries(int rows) {
    for (int i = 0; i < rows; i += 5) {
      double[] record = record();
      for (int again = random.nextInt(5); again >= 0; again--) {
        ask(record);
      }
    }
    return this;
  }

  /** Varies one or two numbers of each record. */
  public Asking asksWhatIf(int rows) {
    while (asked.size() < rows) {
      double[] record = record();
      ask(record);
      int one = random.nextInt(WIDTH);
      int other = random.nextInt(WIDTH);
      for (int i = 0; i < 10; i++) {
        double[] varied = record.clone();
        varied[one] = i / 10.0;
        varied[other] = i % 2 == 0 ? varied[other] : 1 - i / 10.0;
        ask(varied);
      }
    }
    return this;
  }

  /** Measures something that moves slowly from one record to the next. */
  public Asking measures(int rows) {
    double[] now = record();
    double[] next = record();
    for (int i = 0; i < rows; i++) {
      double[] measured = new double[WIDTH];
      for (int k = 0; k < WIDTH; k++) {
        now[k] += 0.05 * (next[k] - now[k]);
        measured[k] = clipped(now[k] + 0.01 * random.nextGaussian());
      }
      ask(measured);
      next = random.nextInt(60) == 0 ? record() : next;
    }
    return this;
  }

  /**
   * HopSkipJump's first iterations (Chen, Jordan and Wainwright 2020): to the boundary by halves,
   * then random steps around it, then along their mean and by halves again.
   */
  public Asking searches(int rows) {
    double[] record = record();
    int label = ask(record);
    double[] far = record();
    while (ask(far) == label) {
      far = record();
    }
    while (asked.size() < rows) {
      double[] at = halved(record, far, label);
      double[] way = new double[WIDTH];
      for (int i = 0; i < 40; i++) {
        double[] step = step(0.1);
        int sign = ask(plus(at, step)) == label ? -1 : 1;
        way = plus(way, scaled(step, sign));
      }
      far = plus(at, scaled(way, 0.5 / length(way)));
    }
    return this;
  }

  private double[] halved(double[] record, double[] far, int label) {
    double[] inside = far;
    double[] outside = record;
    for (int i = 0; i < 8; i++) {
      double[] middle = scaled(plus(inside, outside), 0.5);
      if (ask(middle) == label) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return inside;
  }

  /** The Square attack (Andriushchenko and others 2020), with runs of features for squares. */
  public Asking changesPatches(int rows) {
    while (asked.size() < rows) {
      double[] record = record();
      ask(record);
      double[] best = record.clone();
      for (int i = 0; i < 20; i++) {
        double[] tried = best.clone();
        int size = i < 5 ? 4 : 2;
        int from = random.nextInt(WIDTH - size + 1);
        for (int k = from; k < from + size; k++) {
          tried[k] = clipped(record[k] + (random.nextBoolean() ? 0.1 : -0.1));
        }
        ask(tried);
        best = random.nextBoolean() ? tried : best;
      }
    }
    return this;
  }

  /** Natural evolution strategies with mirrored steps (Ilyas and others 2018). */
  public Asking estimates(int rows, double length) {
    double[] at = record();
    while (asked.size() < rows) {
      double[] step = step(length);
      ask(plus(at, step));
      ask(plus(at, scaled(step, -1)));
      if (asked.size() % 40 == 0) {
        at = plus(at, step(0.05));
      }
    }
    return this;
  }

  /** Asks about one record after the other, each so often with noise of so much in each number. */
  public Asking asksWithNoise(int rows, int times, double noise) {
    while (asked.size() < rows) {
      double[] record = record();
      for (int i = 0; i < times; i++) {
        ask(plus(record, step(noise * Math.sqrt(WIDTH))));
      }
    }
    return this;
  }

  /** Tries five values of the same number of one record after the other. */
  public Asking sweeps(int rows, int feature) {
    while (asked.size() < rows) {
      double[] record = record();
      for (int i = 0; i < 5; i++) {
        double[] varied = record.clone();
        varied[feature] = i / 4.0;
        ask(varied);
      }
    }
    return this;
  }

  private double[] step(double length) {
    double[] step = random.doubles(WIDTH).map(any -> random.nextGaussian()).toArray();
    return scaled(step, length / length(step));
  }

  private static double length(double[] way) {
    double sum = 0;
    for (double number : way) {
      sum += number * number;
    }
    return Math.sqrt(sum);
  }

  private static double[] plus(double[] one, double[] other) {
    double[] sum = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      sum[i] = one[i] + other[i];
    }
    return sum;
  }

  private static double[] scaled(double[] way, double by) {
    double[] scaled = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      scaled[i] = way[i] * by;
    }
    return scaled;
  }

  private static double clipped(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
