import java.util.Random;

/** What a merchant sells, and so what its payments look like. Everything is invented. */
enum Trade {
  GROCER(3.0, 0.9, 0.6, 8, 20, 24),
  CAFE(2.8, 0.95, 0.8, 7, 18, 18),
  BAR(3.2, 0.85, 1.2, 16, 24, 12),
  PETROL_STATION(3.6, 0.95, 2.3, 5, 24, 16),
  PHARMACY(3.1, 0.9, 0.9, 8, 19, 9),
  ONLINE_SHOP(3.4, 0.0, 1.6, 0, 24, 20),
  TICKETS(3.5, 0.1, 2.0, 9, 23, 8),
  SUBSCRIPTIONS(2.9, 0.0, 1.4, 2, 3, 14);

  /** One payment in thirty is fraud: large, from afar, without the card, several in an hour. */
  private static final double FRAUD = 1 / 30.0;

  private final double amount;
  private final double present;
  private final double far;
  private final int opens;
  private final int closes;
  private final int payments;

  Trade(double amount, double present, double far, int opens, int closes, int payments) {
    this.amount = amount;
    this.present = present;
    this.far = far;
    this.opens = opens;
    this.closes = closes;
    this.payments = payments;
  }

  /** Payments a day of a merchant of middle size. */
  int payments() {
    return payments;
  }

  /** When one is made, in milliseconds of a day. */
  long time(Random dice) {
    return (long) ((opens + (closes - opens) * dice.nextDouble()) * 3_600_000);
  }

  /**
   * A payment in the order of the model's features.
   *
   * @param hour of the day, from 0 to 23
   */
  double[] payment(int hour, Random dice) {
    boolean fraud = dice.nextDouble() < FRAUD;
    double euros = fraud ? log(4.1, 1.1, dice) : log(amount, 0.8, dice);
    double kilometres = fraud ? log(3.6, 2.0, dice) : log(far, 1.6, dice);
    boolean card = dice.nextDouble() < (fraud ? 0.15 : present);
    int lately = (int) (dice.nextDouble() * (fraud ? 6 : 2.4));
    return new double[] {round(euros, 100), hour, card ? 1 : 0, round(kilometres, 10), lately};
  }

  private static double log(double middle, double spread, Random dice) {
    return Math.exp(middle + spread * (2 * dice.nextDouble() - 1));
  }

  static double round(double number, int parts) {
    return Math.round(number * parts) / (double) parts;
  }
}
