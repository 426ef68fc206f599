package dev.countersign.runner.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The largest value of each statistic on each day of each client. */
final class ClientDays {
  private final int statistics;
  private final Map<String, Integer> clients = new LinkedHashMap<>();
  private final Map<Long, double[]> byDay = new LinkedHashMap<>();
  private final List<double[]> days = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();

  ClientDays(int statistics) {
    this.statistics = statistics;
  }

  /** Where the largest values of a client on a day stand. */
  double[] at(String client, long day) {
    int owner = clients.computeIfAbsent(client, name -> clients.size());
    return byDay.computeIfAbsent(((long) owner << 32) | (day & 0xFFFFFFFFL), key -> fresh(owner));
  }

  private double[] fresh(int owner) {
    double[] largest = new double[statistics];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    days.add(largest);
    owners.add(owner);
    return largest;
  }

  int clients() {
    return clients.size();
  }

  int size() {
    return days.size();
  }

  int statistics() {
    return statistics;
  }

  double value(int day, int statistic) {
    return days.get(day)[statistic];
  }

  int owner(int day) {
    return owners.get(day);
  }

  /** Whether a statistic was measured at all. */
  boolean isMeasured(int statistic) {
    return days.stream().anyMatch(day -> day[statistic] > Double.NEGATIVE_INFINITY);
  }
}
