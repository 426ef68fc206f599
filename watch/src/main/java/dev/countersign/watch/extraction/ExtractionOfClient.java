package dev.countersign.watch.extraction;

import static dev.countersign.watch.extraction.ExtractionState.DISTANCE;
import static dev.countersign.watch.extraction.ExtractionState.DOUBT;
import static dev.countersign.watch.extraction.ExtractionState.MADE_UP;
import static dev.countersign.watch.extraction.ExtractionState.MEANS;
import static dev.countersign.watch.extraction.ExtractionState.NOVELTY;
import static dev.countersign.watch.extraction.ExtractionState.ODD;
import static dev.countersign.watch.extraction.ExtractionState.REACH;
import static dev.countersign.watch.extraction.ExtractionState.RELATION;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.Place;
import java.io.DataInput;
import java.io.IOException;

/** Measures how a client maps the model. Exact repeats of recent rows are left out. */
final class ExtractionOfClient implements ClientDetector<ExtractionState> {
  /** The places of what is no mean; means come first. */
  private static final int COVERAGE = REACH.length * MEANS;

  private static final int MMD_FLEET = COVERAGE + 1;
  private static final int MMD_OWN = COVERAGE + 2;

  private final Visits visits = new Visits();

  @Override
  public ExtractionState fresh() {
    return new ExtractionState();
  }

  @Override
  public ExtractionState read(DataInput in) throws IOException {
    return ExtractionState.read(in);
  }

  @Override
  public int maxStateBytes() {
    return ExtractionState.BYTES;
  }

  @Override
  public void row(ExtractionState state, Event event, int row, Place place, Readings out) {
    if (!place.isMapped() || isRepeat(state, place)) {
      return;
    }
    state.rows = Math.min(state.rows, Integer.MAX_VALUE - 1) + 1;
    int differing = Visits.differing(state, place);
    float distance = visits.distance(state, place);
    float weight =
        Math.min(
            weight(differing, place.typicalDiffering()), weight(distance, place.typicalDistance()));
    state.mean(NOVELTY, weight * excess(place.novelty()));
    state.mean(RELATION, weight * excess(place.relation()));
    state.mean(ODD, weight * place.odd());
    state.mean(DOUBT, weight * excess(place.doubt()));
    state.mean(DISTANCE, distance);
    state.mean(MADE_UP, weight * excess(place.madeUp()));
    Embedding.take(state, place);
    read(state, place, out);
    if (Visits.visit(state, place)) {
      out.reading(COVERAGE, Visits.cells(state));
    }
  }

  /**
   * How much a row counts: little where it is close to what the client asked before, or shares most
   * of its fields, by the square of what is usual between rows. A broken sensor and somebody who
   * varies one field ask strange rows again and again, but always the same; they learn nothing of
   * the model elsewhere.
   */
  private static float weight(float apart, float typical) {
    float part = Math.min(1, apart / typical);
    return part * part;
  }

  /** What is beyond a decade: where one attack hides among many usual rows, those say nothing. */
  private static float excess(float decades) {
    return Math.max(0, decades - 1);
  }

  private static boolean isRepeat(ExtractionState state, Place place) {
    int hash = place.hash();
    for (int one : state.recent) {
      if (one == hash) {
        return true;
      }
    }
    state.recent[state.rows & (ExtractionState.RECENT - 1)] = hash;
    return false;
  }

  private static void read(ExtractionState state, Place place, Readings out) {
    for (int reach = 0; reach < REACH.length && state.rows >= REACH[reach]; reach++) {
      for (int what = 0; what < MEANS; what++) {
        out.reading(what * REACH.length + reach, state.mean(what, reach));
      }
    }
    if (state.rows >= REACH[0]) {
      float spread = weight(state.mean(DISTANCE, 0), place.typicalDistance());
      out.reading(MMD_FLEET, spread * Embedding.fromFleet(state));
      if (state.rows >= REACH[1]) {
        out.reading(MMD_OWN, spread * Embedding.fromPast(state));
      }
    }
  }

  @Override
  public ExtractionState merge(ExtractionState earlier, ExtractionState later) {
    earlier.then(later);
    return earlier;
  }
}
