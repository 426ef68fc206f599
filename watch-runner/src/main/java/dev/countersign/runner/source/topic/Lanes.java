package dev.countersign.runner.source.topic;

import dev.countersign.runner.source.Block;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that are read, put in one order by the times of their messages. As long as each
 * that has more to give has given something, that order does not depend on when what was fetched.
 */
final class Lanes {
  private final Map<TopicPartition, Lane> all =
      new TreeMap<>(
          Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));

  void add(Lane lane) {
    all.put(lane.partition(), lane);
  }

  void remove(Lane lane) {
    all.remove(lane.partition());
  }

  Collection<Lane> all() {
    return all.values();
  }

  /** The one of a partition. */
  Lane of(TopicPartition partition) {
    Lane lane = all.get(partition);
    if (lane == null) {
      throw new IllegalStateException(partition + " is not read");
    }
    return lane;
  }

  boolean has(TopicPartition partition) {
    return all.containsKey(partition);
  }

  /**
   * Puts next messages into a block, until one partition has to be waited for.
   *
   * @param awaited whether a partition without messages has some that are to be fetched first
   */
  void give(Block into, Predicate<Lane> awaited) {
    PriorityQueue<Lane> heads = new PriorityQueue<>(Lane.ORDER);
    for (Lane lane : all.values()) {
      if (!lane.isEmpty()) {
        heads.add(lane);
      } else if (awaited.test(lane)) {
        return;
      }
    }
    give(into, heads, awaited);
  }

  private static void give(Block into, PriorityQueue<Lane> heads, Predicate<Lane> awaited) {
    Set<Lane> touched = new LinkedHashSet<>();
    String file = "";
    boolean waits = false;
    while (!heads.isEmpty() && !into.isFull() && !waits) {
      Lane lane = heads.remove();
      if (!lane.name().equals(file)) {
        file = lane.name();
        into.goOn(file);
      }
      lane.give(into);
      touched.add(lane);
      if (!lane.isEmpty()) {
        heads.add(lane);
      } else {
        waits = awaited.test(lane);
      }
    }
    touched.forEach(lane -> lane.mark(into));
  }
}
