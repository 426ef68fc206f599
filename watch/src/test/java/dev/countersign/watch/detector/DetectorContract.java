package dev.countersign.watch.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every detector has to keep to. A detector's test extends it, and says which detector and
 * which events of one client.
 */
public abstract class DetectorContract {
  /** The detector. */
  protected abstract DetectorKind kind();

  /** What it is made with. */
  protected abstract ModelBaseline baseline();

  /** Events of one client that bring the detector to say something; at least 200. */
  protected abstract List<Event> events();

  /** What a detector said at events. */
  public record Said(List<String> readings, List<Contribution> contributions) implements Readings {
    /** Nothing yet. */
    public Said() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void reading(int statistic, double value) {
      assertThat(value).isFinite();
      readings.add(statistic + "=" + value);
    }

    @Override
    public void contribute(Contribution contribution) {
      contributions.add(contribution);
    }
  }

  @Test
  void itsStatisticsHaveIdsOfTheirOwn() {
    assertThat(kind().statistics()).isNotEmpty();
    assertThat(kind().statistics()).extracting(Statistic::id).doesNotHaveDuplicates();
    assertThat(kind().statistics())
        .allSatisfy(one -> assertThat(one.says()).endsWith("."))
        .allSatisfy(one -> assertThat(one.advice()).endsWith("."));
  }

  @Test
  void itSaysSomethingAboutTheseEvents() {
    Said said = said(kind().client(baseline()), events());
    assertThat(said.readings().size() + said.contributions().size()).isPositive();
  }

  @Test
  void theSameEventsGiveTheSameReadings() {
    assertThat(said(kind().client(baseline()), events()).readings())
        .isEqualTo(said(kind().client(baseline()), events()).readings());
  }

  @Test
  void aStateThatWasWrittenAndReadGoesOnAsIfItHadNotBeen() throws IOException {
    written(kind().client(baseline()));
  }

  private <S extends State> void written(ClientDetector<S> detector) throws IOException {
    List<Event> all = events();
    for (int cut : new int[] {0, 1, all.size() / 3, all.size() - 1}) {
      Said undisturbed = new Said();
      S state = detector.fresh();
      feed(detector, state, all.subList(0, cut), new Said());
      byte[] bytes = bytes(state);
      assertThat(bytes.length).isLessThanOrEqualTo(detector.maxStateBytes());
      S again = detector.read(new DataInputStream(new ByteArrayInputStream(bytes)));
      assertThat(bytes(again)).isEqualTo(bytes);
      feed(detector, state, all.subList(cut, all.size()), undisturbed);
      Said resumed = new Said();
      feed(detector, again, all.subList(cut, all.size()), resumed);
      assertThat(resumed.readings()).isEqualTo(undisturbed.readings());
      assertThat(bytes(state).length).isLessThanOrEqualTo(detector.maxStateBytes());
    }
  }

  @Test
  void mergedStatesStayWithinTheirBoundAndGoOn() throws IOException {
    merged(kind().client(baseline()));
  }

  private <S extends State> void merged(ClientDetector<S> detector) throws IOException {
    List<Event> all = events();
    S earlier = detector.fresh();
    S later = detector.fresh();
    feed(detector, earlier, all.subList(0, all.size() / 2), new Said());
    feed(detector, later, all.subList(all.size() / 2, all.size()), new Said());
    S both = detector.merge(earlier, later);
    feed(detector, both, all.subList(0, 50), new Said());
    assertThat(bytes(both).length).isLessThanOrEqualTo(detector.maxStateBytes());
  }

  private <S extends State> Said said(ClientDetector<S> detector, List<Event> events) {
    Said said = new Said();
    feed(detector, detector.fresh(), events, said);
    return said;
  }

  private <S extends State> void feed(
      ClientDetector<S> detector, S state, List<Event> events, Readings out) {
    Optional<FeatureSpace> space = baseline().space();
    Optional<Place> place = space.map(FeatureSpace::newPlace);
    for (Event event : events) {
      detector.event(state, event, out);
      for (int row = 0; place.isPresent() && row < event.rows().count(); row++) {
        space.get().place(event.rows(), row, place.get());
        detector.row(state, event, row, place.get(), out);
      }
    }
  }

  private static byte[] bytes(State state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
