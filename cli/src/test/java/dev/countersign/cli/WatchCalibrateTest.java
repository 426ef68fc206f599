package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code watch calibrate} learns, and what {@code watch} makes of it. */
class WatchCalibrateTest {
  private static final long START = 1_700_000_000L;
  private static final long DAY = 86_400;

  @TempDir Path folder;

  @BeforeEach
  void aKey() {
    Run.of("keys", "new", "--no-passphrase", "--out", path("ml"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(folder.resolve(name), lines);
  }

  private Run calibrate(String log, String... more) {
    List<String> args = new ArrayList<>(List.of("watch", "calibrate", path(log)));
    args.addAll(List.of("--model-file", path(log), "--budget", "0.05"));
    args.addAll(List.of("--key", path("ml.key.pem"), "--out", path("baseline.json")));
    args.addAll(Arrays.asList(more));
    return Run.of(args.toArray(String[]::new));
  }

  private Run watch(String log) {
    return Run.of(
        "watch",
        "--baseline",
        path("baseline.json"),
        "--public-key",
        path("ml.pub.pem"),
        path(log));
  }

  /** A request of a predictive model. */
  private static String asked(int i, long second, String client, double millis, double... row) {
    return """
    {"v":1,"time":"%s","id":"e%d","system":"card-fraud","upstream":"s","model":"fraud","client":"%s","protocol":"oip-v2",\
    "operation":"infer","status":200,"outcome":"served","ms":%s,"input":{"bytes":86},"rows":1,"features":[%s],\
    "result":{"score":[0.%d]}}\
    """
        .formatted(
            Instant.ofEpochSecond(START + second),
            i,
            client,
            millis,
            Arrays.toString(row),
            i * 29 % 97);
  }

  /** Sixty clients over ten days, whose requests all take less than a millisecond. */
  private static List<String> benign() {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      double millis = 0.4 + i % 7 * 0.05;
      log.add(asked(i, i * 144L, "c" + i % 60, millis, row(i)));
    }
    return log;
  }

  private static double[] row(int i) {
    SplittableRandom random = new SplittableRandom(i);
    return random.doubles(8).map(it -> Math.round(1000 * it) / 10.0).toArray();
  }

  @Test
  void oneSlowRequestIsNoAlarmUnlessItIsExtraordinary() throws IOException {
    write("benign.jsonl", benign());
    assertThat(calibrate("benign.jsonl", "--only", "cost").code()).isZero();
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      log.add(asked(i, 11 * DAY + i * 60, "new-" + i, 300 + i, row(i)));
    }
    write("cold.jsonl", log);
    assertThat(watch("cold.jsonl").err()).isEqualTo("20 events of 20 clients; no alert.\n");
    log.add(asked(20, 11 * DAY + 2000, "eve", 90_000, row(3)));
    write("sponge.jsonl", log);
    assertThat(watch("sponge.jsonl").out())
        .contains("\"detector\":\"cost\"", "\"subject\":\"eve\"", "\"statistic\":\"spend\"");
  }

  /** An agent's client over a day: the same three tools in the same order, session by session. */
  private static List<String> calls(int client, int day) {
    List<String> tools = List.of("search", "read", "answer");
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      long second = day * DAY + client + i * 3600L;
      for (int step = 0; step < tools.size() + (i + client) % 2; step++) {
        log.add(called(tools.get(step % 3), second + step * 10, "c" + client, "s" + day + "-" + i));
      }
    }
    return log;
  }

  private static String called(String tool, long second, String client, String session) {
    return """
    {"v":1,"time":"%s","id":"%s","system":"support","upstream":"tools","model":"%s","client":"%s","session":"%s",\
    "protocol":"mcp","operation":"tools/call","status":200,"outcome":"served","ms":20,"input":{"bytes":200}}\
    """
        .formatted(
            Instant.ofEpochSecond(START + second), client + "-" + second, tool, client, session);
  }

  @Test
  void toolsOfAnAgentHaveOneBaselineTogether() throws IOException {
    List<String> log = new ArrayList<>();
    for (int day = 0; day < 8; day++) {
      for (int client = 0; client < 48; client++) {
        log.addAll(calls(client, day));
      }
    }
    write("calls.jsonl", log);
    assertThat(calibrate("calls.jsonl").err())
        .contains("support/search", "or take them together: --whole-system");
    Run calibrated = calibrate("calls.jsonl", "--whole-system");
    assertThat(calibrated.err()).isEmpty();
    assertThat(calibrated.out()).startsWith("All models of support: ");

    write("usual.jsonl", calls(99, 20));
    assertThat(watch("usual.jsonl").err()).isEqualTo("84 events of 1 client; no alert.\n");
    List<String> misuse = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      misuse.add(called(i % 2 == 0 ? "answer" : "search", 20 * DAY + i * 10, "talked-into", "s"));
    }
    write("misuse.jsonl", misuse);
    assertThat(watch("misuse.jsonl").out())
        .contains("\"detector\":\"agent\"", "\"statistic\":\"surprise\"", "tool-misuse@");
  }

  @Test
  void oneModelAndAllOfThemExcludeEachOther() {
    assertThat(calibrate("none.jsonl", "--whole-system", "--for", "fraud").err())
        .contains("Leave one out");
  }

  @Test
  void whoAsksAboutRecordsThatAnAuditFoundVulnerableIsToldOf() throws IOException {
    write("benign.jsonl", benign());
    List<String> records = new ArrayList<>(List.of("a,b,c,d,e,f,g,h"));
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double[] record = row(10_000 + i);
      records.add(Arrays.toString(record).replaceAll("[\\[\\] ]", ""));
      log.add(asked(i, 11 * DAY + i * 600, "eve", 0.5, record));
    }
    write("worst.csv", records);
    write("asked.jsonl", log);
    String[] only = {"--only", "membership,evasion"};
    assertThat(calibrate("benign.jsonl", only).code()).isZero();
    assertThat(watch("asked.jsonl").err()).contains("no alert");
    Run calibrated = calibrate("benign.jsonl", only[0], only[1], "--vulnerable", path("worst.csv"));
    assertThat(calibrated.err()).isEmpty();
    assertThat(watch("asked.jsonl").out())
        .contains("\"detector\":\"membership\"", "\"statistic\":\"vulnerable\"");
    // The budget allows one false alarm in twenty of these 600 client-days.
    assertThat(watch("benign.jsonl").lines()).hasSizeLessThan(30);
  }

  @Test
  void vulnerableRecordsOfAnotherShapeAreRefused() throws IOException {
    write("benign.jsonl", benign());
    write("wide.csv", List.of("a,b,c", "1,2,3"));
    assertThat(calibrate("benign.jsonl", "--vulnerable", path("wide.csv")).err())
        .contains("wide.csv: vulnerable record 1 has 3 features, and rows of the model have 8.");
    write("texts.csv", List.of("a,b", "1,x"));
    assertThat(calibrate("benign.jsonl", "--vulnerable", path("texts.csv")).err())
        .contains("column 'b' holds texts");
    assertThat(calibrate("benign.jsonl", "--vulnerable", path("gone.csv")).err())
        .contains("is no file. Name a table: .csv");
    assertThat(folder.resolve("baseline.json")).doesNotExist();
  }
}
