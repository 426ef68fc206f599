package dev.countersign.benchmarks.fleet;

import dev.countersign.benchmarks.fleet.attack.Api;
import dev.countersign.benchmarks.fleet.attack.Asked;
import dev.countersign.benchmarks.fleet.attack.Attack;
import dev.countersign.benchmarks.fleet.attack.Knowledge;
import dev.countersign.benchmarks.fleet.attack.Outcome;
import dev.countersign.benchmarks.fleet.data.DataSet;
import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.log.Event;
import dev.countersign.benchmarks.fleet.log.LogWriter;
import dev.countersign.benchmarks.fleet.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs attacks and writes a log for each way of sending them.
 *
 * @param data what the model is about
 * @param model what is attacked
 * @param modelName in the logs
 * @param honest what an attacker asks about between its own questions
 * @param seed of all of it
 * @param truth to be told who is who
 */
record AttackLogs(
    DataSet data, Model model, String modelName, Population honest, long seed, Truth truth) {
  private static final int ATTACKERS = 5;
  private static final int QUESTIONS = 1000;
  private static final int BATCHING = 1;
  private static final int BATCH = 16;

  /** Runs an attack once for each of {@value #ATTACKERS} attackers, and writes its logs. */
  void write(Attack attack, Path target) throws IOException {
    List<List<Asked>> asked = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < ATTACKERS; i++) {
      Api api = new Api(model, data.space(), QUESTIONS);
      outcomes.add(attack.run(api, knowledge(i), Seeds.of(seed, attack.name(), i)));
      asked.add(api.asked());
    }
    Map<String, Object> figures = Figures.of(outcomes, model, data.test());
    truth.attack(attack.name(), attack.goal().name().toLowerCase(Locale.ROOT), figures);
    System.out.println("attack " + attack.name() + ": " + Figures.text(figures));
    for (Sending sending : Sending.values()) {
      write(attack, sending, asked, target);
    }
  }

  /** All attackers have the same rows, each in an order of its own. */
  private Knowledge knowledge(int attacker) {
    return new Knowledge(
        data.space(),
        data.classes(),
        data.attackers().shuffled(Seeds.of(seed, "own", attacker)),
        data.train().shuffled(Seeds.of(seed, "members", attacker)).part(0, QUESTIONS),
        data.foreign());
  }

  private void write(Attack attack, Sending sending, List<List<Asked>> asked, Path target)
      throws IOException {
    String name = attack.name() + "-" + sending.label();
    LogWriter log =
        new LogWriter(target.resolve(name + ".jsonl"), modelName, Seeds.of(seed, name, "log"));
    List<Event> all = new ArrayList<>();
    try (log) {
      for (int i = 0; i < asked.size(); i++) {
        String group = name + "-" + i;
        int batch = i == BATCHING && !attack.stepwise() ? BATCH : 1;
        Attacker attacker =
            new Attacker(group, asked.get(i), sending, batch, Seeds.of(seed, "sending", group));
        List<String> accounts = accounts(group, sending);
        List<Event> events = attacker.events(accounts, honest, model);
        all.addAll(events);
        tell(attack, attacker, accounts, events, name);
      }
      log.write(all);
    }
    System.out.println(log.summary());
  }

  private List<String> accounts(String group, Sending sending) {
    return IntStream.range(0, sending.accounts())
        .mapToObj(i -> Ids.client(seed, group, Integer.toString(i)))
        .toList();
  }

  private void tell(
      Attack attack, Attacker attacker, List<String> accounts, List<Event> events, String log) {
    for (String account : accounts) {
      int sent =
          events.stream()
              .filter(event -> event.client().equals(account))
              .mapToInt(Event::questions)
              .sum();
      int own = attacker.sending().honest() == 0 ? sent : attacker.own();
      truth.attacker(
          log, account, attacker.sending().label(), attack.name(), attacker.name(), own, sent);
    }
  }
}
