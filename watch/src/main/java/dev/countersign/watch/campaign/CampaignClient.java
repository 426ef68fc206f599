package dev.countersign.watch.campaign;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.Hashes;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Tells the fleet's part which passages a request held and what gates said of it. A passage that is
 * usual is not told, nor one that this client sent before on the same day, unless a gate flagged
 * it.
 *
 * <p>A contribution has two numbers, how many judged requests it stands for and whether this one
 * was flagged, and hashes: of the client, of the document, and keys of passages. Every sixteenth
 * judged request, by the hash of its id, stands for sixteen, and the others for none.
 */
final class CampaignClient implements ClientDetector<CampaignState> {
  private static final int SAMPLED = 16;

  /** Places in the hashes of a contribution: the client, the document, then keys. */
  static final int CLIENT = 0;

  static final int DOCUMENT = 1;
  static final int KEYS = 2;

  private final Usual usual;
  private final Passages passages = new Passages();
  private final long[] hashes = new long[KEYS + Passages.MOST_KEYS];

  CampaignClient(Usual usual) {
    this.usual = usual;
  }

  @Override
  public CampaignState fresh() {
    return new CampaignState();
  }

  @Override
  public CampaignState read(DataInput in) throws IOException {
    return CampaignState.read(in);
  }

  @Override
  public int maxStateBytes() {
    return CampaignState.BYTES;
  }

  @Override
  public void event(CampaignState state, Event event, Readings out) {
    boolean judged = !event.gates().isEmpty() && Verdict.isJudged(event);
    if (!judged && event.text().isEmpty()) {
      return;
    }
    boolean flagged = judged && Verdict.isFlagged(event);
    int standsFor = judged && (Hashes.of(event.id()) & (SAMPLED - 1)) == 0 ? SAMPLED : 0;
    int count = event.text().isEmpty() ? KEYS : passages(state, event, flagged);
    if (count > KEYS || flagged || standsFor > 0) {
      hashes[CLIENT] = Hashes.of(event.client());
      out.contribute(contribution(event, standsFor, flagged, count));
    }
  }

  private int passages(CampaignState state, Event event, boolean flagged) {
    state.at(event.time());
    passages.read(event.text());
    hashes[DOCUMENT] = event.source().isEmpty() ? passages.whole() : Hashes.of(event.source());
    int count = KEYS;
    for (int i = 0; i < passages.count(); i++) {
      long key = passages.key(i);
      if (!usual.passages().has(key) && (state.isNews(key) || flagged)) {
        hashes[count++] = key;
      }
    }
    return count;
  }

  private Contribution contribution(Event event, int judged, boolean flagged, int count) {
    return Contribution.at(
        event, Campaign.ID, new float[] {judged, flagged ? 1 : 0}, Arrays.copyOf(hashes, count));
  }

  @Override
  public CampaignState merge(CampaignState earlier, CampaignState later) {
    return earlier.with(later);
  }
}
