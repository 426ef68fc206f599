package dev.countersign.watch.agent;

import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.Hashes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Learns which tool follows which, from every other six hours of a client, and how much a client
 * sends to a tool in a day, from all.
 *
 * <p>From half of the time, since thresholds are found on values that are measured on the same log:
 * the other half shows there how surprising what was not learnt is.
 */
final class AgentLearner implements Learner {
  private static final long HOURS = 6 * 3_600_000L;
  private static final long DAY = 86_400_000L;
  private static final int MOST_SESSIONS = 1 << 14;
  private static final int MOST_DAYS = 1 << 16;
  private static final int MOST_NAMES = 1 << 10;
  private static final int LONGEST_NAME = 128;

  /** The share of days of clients in which less is sent. */
  private static final double MOST_DAYS_SEND = 0.9;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<Long, Long> follows = new HashMap<>();
  private final Map<Long, Integer> last = bounded(MOST_SESSIONS);
  private final Map<Long, Day> days = bounded(MOST_DAYS);

  private record Day(int tool, long bytes) {}

  private static <V> Map<Long, V> bounded(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
        return size() > most;
      }
    };
  }

  @Override
  public void learn(Event event) {
    List<String> tools = Calls.of(event);
    if (tools.isEmpty()) {
      return;
    }
    long client = Hashes.of(event.client());
    boolean learnt = (Hashes.mix(client + Math.floorDiv(event.time(), HOURS)) & 1) == 0;
    long session = Hashes.mix(client + Hashes.of(event.session()));
    for (String tool : tools) {
      int number = number(tool);
      if (number >= 0 && learnt) {
        int before = last.getOrDefault(session, -1);
        follows.merge(pair(before, number), 1L, Long::sum);
        last.put(session, number);
      }
    }
    int number = number(tools.get(0));
    if (Calls.isCall(event) && event.bytesIn() > 0 && number >= 0) {
      long day = Hashes.mix(client + 31 * Math.floorDiv(event.time(), DAY)) + number;
      days.merge(day, new Day(number, event.bytesIn()), AgentLearner::sum);
    }
  }

  private static Day sum(Day one, Day other) {
    return new Day(one.tool(), one.bytes() + other.bytes());
  }

  /** Its place among the names; -1 where there are too many. */
  private int number(String tool) {
    String name = tool.length() > LONGEST_NAME ? tool.substring(0, LONGEST_NAME) : tool;
    Integer known = numbers.get(name);
    if (known != null || names.size() >= MOST_NAMES) {
      return known == null ? -1 : known;
    }
    names.add(name);
    numbers.put(name, names.size() - 1);
    return names.size() - 1;
  }

  private static long pair(int before, int after) {
    return (long) (before + 1) * (MOST_NAMES + 1) + after;
  }

  @Override
  public ObjectNode settings() {
    long[] times = new long[names.size()];
    follows.forEach((pair, count) -> times[(int) (pair % (MOST_NAMES + 1))] += count);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0) {
        kept.add(i);
      }
    }
    kept.sort(Comparator.comparingLong((Integer i) -> -times[i]).thenComparing(names::get));
    kept = kept.subList(0, Math.min(Usual.MOST_TOOLS, kept.size()));
    return Usual.json(kept.stream().map(names::get).toList(), counts(kept), bytes(kept));
  }

  private int[][] counts(List<Integer> kept) {
    int[][] counts = new int[Usual.FIRST + kept.size()][Usual.FIRST + kept.size()];
    follows.forEach((pair, count) -> {
      int before = (int) (pair / (MOST_NAMES + 1)) - 1;
      int after = kept.indexOf((int) (pair % (MOST_NAMES + 1)));
      int row = before < 0 ? Usual.START : place(kept, before);
      if (after >= 0) {
        counts[row][Usual.FIRST + after] += (int) Math.min(Integer.MAX_VALUE / 2, count);
      }
    });
    return counts;
  }

  private static int place(List<Integer> kept, int tool) {
    int at = kept.indexOf(tool);
    return at < 0 ? Usual.UNSEEN : Usual.FIRST + at;
  }

  private double[] bytes(List<Integer> kept) {
    double[] bytes = new double[Usual.FIRST + kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      int tool = kept.get(i);
      long[] sums =
          days.values().stream()
              .filter(day -> day.tool() == tool)
              .mapToLong(Day::bytes)
              .sorted()
              .toArray();
      bytes[Usual.FIRST + i] = sums.length == 0 ? 0 : sums[(int) (MOST_DAYS_SEND * sums.length)];
    }
    return bytes;
  }
}
