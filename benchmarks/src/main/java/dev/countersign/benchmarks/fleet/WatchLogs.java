package dev.countersign.benchmarks.fleet;

import dev.countersign.benchmarks.fleet.attack.Attack;
import dev.countersign.benchmarks.fleet.attack.Attacks;
import dev.countersign.benchmarks.fleet.data.DataSet;
import dev.countersign.benchmarks.fleet.data.DataSets;
import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.data.Rows;
import dev.countersign.benchmarks.fleet.log.LogWriter;
import dev.countersign.benchmarks.fleet.model.Model;
import dev.countersign.benchmarks.fleet.model.Models;
import dev.countersign.benchmarks.fleet.prompt.PromptLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes the logs that detectors are judged on: a fleet to calibrate with, another to count false
 * alarms on, and for each attack one log for each way of sending it, with the truth beside them.
 * The same arguments give the same bytes.
 */
public final class WatchLogs {
  private static final int CLIENTS = 200;

  private final DataSet data;
  private final Model model;
  private final String modelName;
  private final long seed;
  private final Path target;
  private final Truth truth = new Truth();

  private WatchLogs(DataSet data, Model model, String modelName, long seed, Path target) {
    this.data = data;
    this.model = model;
    this.modelName = modelName;
    this.seed = seed;
    this.target = target;
  }

  /**
   * {@code DATA OUT [DATASET [MODEL [SEED [CLIENTS]]]]}: optdigits, mlp, 1 and {@value #CLIENTS}
   * clients of either fleet where they are not given.
   */
  public static void main(String[] args) {
    if (args.length < 2) {
      System.err.println(
          "usage: watch-logs DATA OUT [DATASET [MODEL [SEED [CLIENTS]]]]\n  DATASET: "
              + DataSets.NAMES
              + ", prompts (MODEL is not looked at)\n  MODEL: "
              + Models.NAMES);
      System.exit(2);
    }
    try {
      make(
          Path.of(args[0]),
          Path.of(args[1]),
          args.length > 2 ? args[2] : "optdigits",
          args.length > 3 ? args[3] : "mlp",
          args.length > 4 ? Long.parseLong(args[4]) : 1,
          args.length > 5 ? Integer.parseInt(args[5]) : CLIENTS);
    } catch (NoSuchFileException missing) {
      fail("there is no " + missing.getFile());
    } catch (IOException | NumberFormatException wrong) {
      fail(wrong.getMessage());
    }
  }

  private static void fail(@Nullable String why) {
    System.err.println("watch-logs: " + why);
    System.exit(2);
  }

  private static void make(
      Path from, Path out, String dataSet, String modelName, long seed, int clients)
      throws IOException {
    Path target = Files.createDirectories(out);
    if (dataSet.equals("prompts")) {
      PromptLogs.write(from, target, seed, clients);
      return;
    }
    DataSet data = DataSets.load(from, dataSet, seed);
    Model model = Models.train(data, modelName, seed);
    new WatchLogs(data, model, dataSet + "-" + modelName, seed, target).write(clients);
  }

  private void write(int clients) throws IOException {
    double accuracy = model.accuracy(data.test());
    System.out.printf(
        "%s, %d features, %d classes, seed %d: %,d rows to train, accuracy %.4f on %,d others%n",
        modelName,
        data.space().width(),
        data.classes(),
        seed,
        data.train().size(),
        accuracy,
        data.test().size());
    truth.say("model", modelName);
    truth.say("seed", seed);
    truth.say("features", data.space().width());
    truth.say("accuracy", accuracy);
    fleet("calibration", clients, data.calibration());
    Population others = fleet("evaluation", clients, data.evaluation());
    AttackLogs attacks = new AttackLogs(data, model, modelName, others, seed, truth);
    for (Attack attack : Attacks.on(data, modelName.endsWith("logistic"))) {
      attacks.write(attack, target);
    }
    truth.write(target.resolve("truth.json"));
  }

  private Population fleet(String name, int clients, Rows rows) throws IOException {
    Population records = new Population(rows, data.space(), data.classes());
    LogWriter log =
        new LogWriter(target.resolve(name + ".jsonl"), modelName, Seeds.of(seed, name, "log"));
    try (log) {
      Fleet.of(name, clients, records, seed).write(log, model, truth);
    }
    System.out.println(log.summary());
    return records;
  }
}
