import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A benign client: it asks for the score of each payment that is made at its tills.
 *
 * <p>One in six sends a payment again now and then, because an answer came late. One in sixteen is
 * no shop but an analyst of the bank, who looks at payments and asks what a smaller amount would
 * have changed.
 */
final class Merchant {
  private static final double WEEKEND = 0.6;

  private final String name;
  private final Trade trade;
  private final double size;
  private final boolean repeats;
  private final boolean analyst;
  private final Random dice;

  /**
   * What somebody asks.
   *
   * @param time in milliseconds since 1970
   */
  record Question(long time, String client, double[] payment) {}

  Merchant(int number, long seed) {
    this.dice = new Random(31 * seed + number);
    this.name = "merchant-" + number;
    this.trade = Trade.values()[number % Trade.values().length];
    this.size = Math.exp(1.2 * new Random(number).nextDouble() - 0.6);
    this.repeats = number % 6 == 5;
    this.analyst = number % 16 == 9;
  }

  /**
   * What it asks on a day, in no order.
   *
   * @param midnight when the day begins, in milliseconds since 1970
   * @param number of the day; two of seven are quiet
   */
  List<Question> day(long midnight, int number) {
    boolean weekend = number % 7 >= 5;
    double middle = trade.payments() * size * (weekend ? WEEKEND : 1);
    int count = 1 + (int) (middle * (0.6 + 0.8 * dice.nextDouble()));
    List<Question> asked = new ArrayList<>();
    for (int i = 0; i < (analyst ? 4 : count); i++) {
      long time = trade.time(dice);
      double[] payment = trade.payment((int) (time / 3_600_000), dice);
      asked.add(new Question(midnight + time, name, payment));
      again(midnight + time, payment, asked);
    }
    return asked;
  }

  private void again(long time, double[] payment, List<Question> asked) {
    if (repeats && dice.nextInt(20) == 0) {
      asked.add(new Question(time + 2_000, name, payment));
    }
    for (int step = 1; analyst && step <= 3; step++) {
      double[] smaller = payment.clone();
      smaller[0] = Trade.round(payment[0] * (1 - 0.2 * step), 100);
      asked.add(new Question(time + step * 20_000L, name, smaller));
    }
  }
}
