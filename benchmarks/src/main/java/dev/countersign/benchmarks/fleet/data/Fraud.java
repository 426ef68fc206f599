package dev.countersign.benchmarks.fleet.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Whether a card transaction is fraud (the simulated transactions of the Fraud Detection Handbook,
 * Le Borgne and others). Of each transaction ten numbers are derived from those before it. The
 * first 30 days only warm them; of later honest transactions every 25th is taken, and all frauds,
 * so that about every sixth row is one.
 */
final class Fraud {
  static final FeatureSpace SPACE =
      FeatureSpace.numbers(
          List.of(
              "amount",
              "hour",
              "weekend",
              "night",
              "customer-mean",
              "customer-day",
              "customer-week",
              "terminal-day",
              "terminal-mean",
              "terminal-risk"));

  private static final double DAY = 86_400;
  private static final int WARM_DAYS = 30;
  private static final int ONE_OF = 25;
  private static final double LARGEST_LOG = 7;

  private final Map<String, Decayed> customers = new HashMap<>();
  private final Map<String, Decayed> terminals = new HashMap<>();
  private final ArrayDeque<Report> reports = new ArrayDeque<>();
  private final List<double[]> vectors = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private int honest;

  private Fraud() {}

  static Rows read(Path data) throws IOException {
    Fraud fraud = new Fraud();
    Path file = data.resolve("fraud-handbook/transactions.csv.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.US_ASCII))) {
      lines.lines().skip(1).forEach(line -> fraud.transaction(line.split(",", -1)));
    }
    return new Rows(fraud.vectors, fraud.labels);
  }

  private void transaction(String[] cells) {
    double time = Double.parseDouble(cells[1]);
    double amount = Double.parseDouble(cells[4]);
    int label = Integer.parseInt(cells[5]);
    // A fraud is known a week later, when the customer has complained.
    while (!reports.isEmpty() && reports.peek().time() < time - 7 * DAY) {
      Report report = reports.remove();
      report.terminal().told(report.label());
    }
    Decayed customer = customers.computeIfAbsent(cells[2], id -> new Decayed());
    Decayed terminal = terminals.computeIfAbsent(cells[3], id -> new Decayed());
    customer.seen(time, amount);
    terminal.seen(time, amount);
    if (time > WARM_DAYS * DAY && (label == 1 || honest++ % ONE_OF == 0)) {
      vectors.add(vector(time, amount, customer, terminal));
      labels.add(label);
    }
    reports.add(new Report(time, terminal, label));
  }

  private static double[] vector(double time, double amount, Decayed customer, Decayed terminal) {
    double hour = time % DAY / DAY;
    return new double[] {
      log(amount),
      hour,
      (long) (time / DAY) % 7 >= 5 ? 1 : 0,
      hour < 0.25 ? 1 : 0,
      log(customer.mean()),
      Math.min(1, customer.day / 12),
      Math.min(1, customer.week / 60),
      Math.min(1, terminal.day / 12),
      log(terminal.mean()),
      terminal.risk()
    };
  }

  private static double log(double amount) {
    return Math.min(1, Math.log1p(amount) / LARGEST_LOG);
  }

  private record Report(double time, Decayed terminal, int label) {}

  /** Counts that fade: by e in a day, in a week, and sums that fade with the week's. */
  private static final class Decayed {
    private double time;
    private double day;
    private double week;
    private double sum;
    private double reports;
    private double frauds;

    void seen(double now, double amount) {
      double fade = Math.exp((time - now) / DAY / 7);
      day = day * Math.exp((time - now) / DAY) + 1;
      week = week * fade + 1;
      sum = sum * fade + amount;
      time = now;
    }

    /** Of the last fifty or so. */
    void told(int label) {
      reports = reports * 0.98 + 1;
      frauds = frauds * 0.98 + label;
    }

    double mean() {
      return sum / week;
    }

    double risk() {
      return frauds / (reports + 1);
    }
  }
}
