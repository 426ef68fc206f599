package dev.countersign.watch.campaign;

import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.BloomFilter;
import dev.countersign.watch.sketch.Hashes;
import dev.countersign.watch.sketch.MedianTime;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Learns which passages are usual: those that {@value #CLIENTS} clients sent, or that came {@value
 * #TIMES} times, in the first half of the log.
 *
 * <p>Only in the first half, since thresholds are found on values that are measured on the same
 * log: passages that become popular in the second half show there how fast new ones do. With all of
 * them known beforehand nothing would ever have spread, and the first new template would be an
 * alarm.
 */
final class CampaignLearner implements Learner {
  /** As many clients do not make up the same words. */
  static final int CLIENTS = 3;

  /** One client's own template is usual, too. */
  static final int TIMES = 32;

  /** Keys that are remembered at a time, the ones that came last. */
  private static final int MOST_KEYS = 1 << 18;

  private static final int BITS_A_KEY = 10;

  private final Passages passages = new Passages();
  private final Map<Long, Seen> seen =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Seen> eldest) {
          return size() > MOST_KEYS;
        }
      };
  private final MedianTime times = new MedianTime();
  private long judged;
  private long flagged;

  /** When a key became usual, and what led to it. */
  private static final class Seen {
    private final long[] clients = new long[CLIENTS];
    private int count;
    private int times;
    private long usualSince = Long.MAX_VALUE;

    void add(long client, long time) {
      times++;
      if (count < CLIENTS && isNew(client)) {
        clients[count++] = client;
      }
      if (count == CLIENTS || times >= TIMES) {
        usualSince = Math.min(usualSince, time);
      }
    }

    private boolean isNew(long client) {
      for (int i = 0; i < count; i++) {
        if (clients[i] == client) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public void learn(Event event) {
    if (Verdict.isJudged(event)) {
      judged++;
      flagged += Verdict.isFlagged(event) ? 1 : 0;
    }
    if (event.text().isEmpty()) {
      return;
    }
    times.add(event.time());
    passages.read(event.text());
    long client = Hashes.of(event.client());
    for (int i = 0; i < passages.count(); i++) {
      seen.computeIfAbsent(passages.key(i), key -> new Seen()).add(client, event.time());
    }
  }

  @Override
  public ObjectNode settings() {
    long middle = times.median();
    long usual = seen.values().stream().filter(one -> one.usualSince <= middle).count();
    BloomFilter filter = new BloomFilter(power(usual * BITS_A_KEY));
    seen.forEach((key, one) -> {
      if (one.usualSince <= middle) {
        filter.put(key);
      }
    });
    return new Usual(true, filter, judged == 0 ? 0 : (double) flagged / judged).json();
  }

  private static int power(long bits) {
    int power = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, bits - 1));
    return Math.max(6, Math.min(BloomFilter.LARGEST, power));
  }
}
