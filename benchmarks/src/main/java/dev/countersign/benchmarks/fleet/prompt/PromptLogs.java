package dev.countersign.benchmarks.fleet.prompt;

import dev.countersign.benchmarks.fleet.Ids;
import dev.countersign.benchmarks.fleet.Seeds;
import dev.countersign.benchmarks.fleet.Truth;
import dev.countersign.benchmarks.fleet.client.Client;
import dev.countersign.benchmarks.fleet.log.Chat;
import dev.countersign.benchmarks.fleet.log.Event;
import dev.countersign.benchmarks.fleet.log.LogWriter;
import dev.countersign.guard.Decision;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.Scored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Logs of a chat: a benign fleet to calibrate with, another to count false alarms on, and campaigns
 * that spread an injected instruction over many users. Each message was decided by the prompt gate
 * as it ships, which lets all of them through.
 */
public final class PromptLogs {
  private static final String MODEL = "assistant";
  private static final int DAYS = 10;
  private static final int CAMPAIGNS = 5;
  private static final int USERS = 30;
  private static final double INJECTED = 0.1;

  private final PromptGate gate = PromptGate.standard();
  private final Texts texts;
  private final long seed;
  private final Path target;
  private final Truth truth = new Truth();
  private long flagged;
  private long messages;

  private PromptLogs(Texts texts, long seed, Path target) {
    this.texts = texts;
    this.seed = seed;
    this.target = target;
  }

  /**
   * Writes all of them.
   *
   * @param clients of either benign fleet
   * @throws IOException if texts cannot be read or logs cannot be written
   */
  public static void write(Path data, Path target, long seed, int clients) throws IOException {
    new PromptLogs(Texts.load(data, seed), seed, target).write(clients);
  }

  private void write(int clients) throws IOException {
    truth.say("model", MODEL);
    truth.say("seed", seed);
    fleet("calibration", clients, texts.half(true));
    fleet("evaluation", clients, texts.half(false));
    System.out.printf("of %,d benign messages the prompt gate flags %,d%n", messages, flagged);
    for (Campaign.Disguise disguise : Campaign.Disguise.values()) {
      campaigns(disguise);
    }
    truth.write(target.resolve("truth.json"));
  }

  private void fleet(String name, int clients, Texts own) throws IOException {
    List<Talker> talkers =
        IntStream.range(0, clients)
            .mapToObj(i ->
                Talker.of(i, Ids.client(seed, name, Integer.toString(i)), Seeds.of(seed, name, i)))
            .toList();
    long[] sent = new long[clients];
    LogWriter log = log(name);
    try (log) {
      for (int day = 0; day < DAYS; day++) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
          sent[i] += talk(talkers.get(i), day, own, events);
        }
        log.write(events);
      }
    }
    for (int i = 0; i < clients; i++) {
      Talker talker = talkers.get(i);
      String style = talker.style().name().toLowerCase(Locale.ROOT);
      truth.benign(name, talker.id(), style, talker.rhythm(), DAYS, sent[i]);
    }
    System.out.println(log.summary());
  }

  private int talk(Talker talker, int day, Texts own, List<Event> events) {
    long[] times = talker.rhythm().times(talker.messages(day), talker.random());
    for (long time : times) {
      events.add(event(Client.midnight(day) + time, talker.id(), talker.text(own)));
    }
    return times.length;
  }

  private void campaigns(Campaign.Disguise disguise) throws IOException {
    String name = "campaign-" + disguise.name().toLowerCase(Locale.ROOT);
    List<Event> events = new ArrayList<>();
    List<Chat> injected = new ArrayList<>();
    for (int c = 0; c < CAMPAIGNS; c++) {
      String group = name + "-" + c;
      RandomGenerator random = Seeds.of(seed, group);
      Campaign campaign = Campaign.of(disguise, random);
      for (int u = 0; u < USERS; u++) {
        String id = Ids.client(seed, group, Integer.toString(u));
        int before = events.size();
        int bad = user(campaign, Talker.of(random.nextInt(10), id, random), events, injected);
        truth.attacker(name, id, "users-" + USERS, name, group, bad, events.size() - before);
      }
    }
    LogWriter log = log(name);
    try (log) {
      log.write(events);
    }
    tell(name, injected);
    System.out.println(log.summary());
  }

  /**
   * What a user of a campaign sends on two days: a tenth of it is injected, and once at least.
   * Returns how many are.
   */
  private int user(Campaign campaign, Talker talker, List<Event> events, List<Chat> injected) {
    int messages = talker.messages(1) + talker.messages(2);
    int bad = Math.max(1, (int) Math.round(messages * INJECTED));
    int[] order = Seeds.shuffled(messages, talker.random());
    long[] times = talker.rhythm().times(messages, talker.random());
    for (int m = 0; m < messages; m++) {
      String text = talker.text(texts.half(false));
      boolean inject = order[m] < bad;
      Event event =
          event(
              Client.midnight(1 + m % 2) + times[m],
              talker.id(),
              inject ? campaign.inject(text, talker.random()) : text);
      events.add(event);
      if (inject) {
        event.chat().ifPresent(injected::add);
      }
    }
    return bad;
  }

  private void tell(String name, List<Chat> injected) {
    long seen = injected.stream().filter(chat -> !chat.decision().equals("accept")).count();
    double share = (double) seen / injected.size();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("injected", injected.size());
    figures.put("flagged_by_gate", share);
    truth.attack(name, "injection", figures);
    System.out.printf(
        "attack %s: injected %d, flagged_by_gate %.3f%n", name, injected.size(), share);
  }

  private Event event(long time, String client, String text) {
    Scored scored = gate.score(text);
    String decision = scored.decision().name().toLowerCase(Locale.ROOT);
    messages++;
    flagged += scored.decision() == Decision.ACCEPT ? 0 : 1;
    return Event.chat(time, client, new Chat(text, decision, scored.pValue()));
  }

  private LogWriter log(String name) throws IOException {
    return new LogWriter(target.resolve(name + ".jsonl"), MODEL, Seeds.of(seed, name, "log"));
  }
}
