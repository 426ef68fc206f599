import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Plays weeks of traffic against the gateway of this example within a minute.
 *
 * <p>Each question goes through the gateway, and the gateway writes its line of the log. Only the
 * time in it is replaced by that at which the merchant would have asked.
 */
final class Play {
  private static final int MERCHANTS = 100;
  private static final int WAITS = 100;

  /** From nine o'clock of the first day an attacker asks once in so many milliseconds. */
  private static final long PAUSE = 40_000;

  private static final long NINE = 9 * 3_600_000L;
  private static final String USAGE =
      """
      java Play.java GATEWAY LOG AGO DAYS SEED OUT [STRATEGY QUESTIONS STOLEN]
        plays traffic of %d merchants against the gateway at the address GATEWAY, which writes LOG,
        and writes its lines to OUT with the times of DAYS days, the first of them AGO days ago.
        With a STRATEGY (uniform, mixed, real, paths) somebody among them copies the model by so
        many QUESTIONS and keeps the answers in STOLEN."""
          .formatted(MERCHANTS);

  private final Gateway gateway;
  private final Map<String, Instant> times = new HashMap<>();

  private Play(Gateway gateway) {
    this.gateway = gateway;
  }

  /** Plays. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 6 && args.length != 9) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Play play = new Play(new Gateway(args[0]));
    Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    long first = today.minus(Integer.parseInt(args[2]), ChronoUnit.DAYS).toEpochMilli();
    long seed = Long.parseLong(args[4]);
    List<Merchant.Question> questions = questions(first, Integer.parseInt(args[3]), seed);
    if (args.length == 6) {
      play.merchants(questions);
    } else {
      Attack attack = new Attack(Attack.Strategy.valueOf(args[6].toUpperCase()), seed);
      play.attacked(questions, attack, first + NINE, Integer.parseInt(args[7]));
      Files.writeString(Path.of(args[8]), attack.table());
    }
    play.write(Path.of(args[1]), Path.of(args[5]));
  }

  private static List<Merchant.Question> questions(long first, int days, long seed) {
    List<Merchant> merchants =
        IntStream.range(0, MERCHANTS).mapToObj(number -> new Merchant(number, seed)).toList();
    List<Merchant.Question> questions = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (Merchant merchant : merchants) {
        questions.addAll(merchant.day(first + day * 86_400_000L, day));
      }
    }
    questions.sort(Comparator.comparingLong(Merchant.Question::time));
    return questions;
  }

  private void merchants(List<Merchant.Question> questions)
      throws IOException, InterruptedException {
    for (Merchant.Question question : questions) {
      ask(question.time(), question.client(), question.payment());
    }
  }

  private void attacked(
      List<Merchant.Question> questions, Attack attack, long from, int most)
      throws IOException, InterruptedException {
    int asked = 0;
    for (Merchant.Question question : questions) {
      while (asked < most && from + asked * PAUSE < question.time()) {
        var payment = attack.next();
        if (payment.isEmpty()) {
          most = asked;
          break;
        }
        attack.answered(ask(from + asked * PAUSE, Attack.CLIENT, payment.get()).score());
        asked++;
      }
      ask(question.time(), question.client(), question.payment());
    }
    System.out.printf("%,d questions of an attacker, %,d answered%n", asked, attack.answers());
  }

  private Gateway.Answer ask(long time, String client, double[] payment)
      throws IOException, InterruptedException {
    Gateway.Answer answer = gateway.ask(client, payment);
    times.put(answer.id(), Instant.ofEpochMilli(time));
    return answer;
  }

  /** The gateway writes its log a little later than it answers. */
  private void write(Path log, Path out) throws IOException, InterruptedException {
    List<String> lines = List.of();
    for (int i = 0; i < WAITS && lines.size() < times.size(); i++) {
      Thread.sleep(100);
      lines = Files.readAllLines(log).stream().filter(line -> times.containsKey(id(line))).toList();
    }
    if (lines.size() < times.size()) {
      throw new IOException(
          "%s has %,d lines of %,d questions".formatted(log, lines.size(), times.size()));
    }
    Files.write(out, lines.stream().map(this::atItsTime).toList());
    System.out.printf("%s: %,d requests%n", out, lines.size());
  }

  private String atItsTime(String line) {
    return line.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"" + times.get(id(line)) + '"');
  }

  private static String id(String line) {
    int from = line.indexOf("\"id\":\"") + 6;
    return from < 6 ? "" : line.substring(from, Math.max(from, line.indexOf('"', from)));
  }
}
