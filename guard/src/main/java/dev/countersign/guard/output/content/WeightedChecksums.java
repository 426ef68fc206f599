package dev.countersign.guard.output.content;

/** Check digits of persons' numbers that are sums with weights. All take digits in ASCII. */
public final class WeightedChecksums {
  private static final int[] NORWAY_FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  private static final int[] NORWAY_SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int[] AUSTRALIA = {1, 4, 3, 7, 5, 8, 6, 9, 10};
  private static final int[] PORTUGAL = {9, 8, 7, 6, 5, 4, 3, 2};
  private static final int[] JAPAN = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  private WeightedChecksums() {}

  private static int sum(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    return sum;
  }

  /**
   * Belgian number of the national register (royal decree of 3 April 1984): 97 minus the first nine
   * digits modulo 97, with a 2 before them for who was born since 2000.
   */
  public static boolean belgium(String digits) {
    long nine = Long.parseLong(digits, 0, 9, 10);
    long check = Long.parseLong(digits, 9, 11, 10);
    return month(digits, 2)
        && (check == 97 - nine % 97 || check == 97 - (2_000_000_000L + nine) % 97);
  }

  /** Norwegian fødselsnummer: two sums that 11 must divide. */
  public static boolean norway(String digits) {
    return sum(digits, NORWAY_FIRST) % 11 == 0 && sum(digits, NORWAY_SECOND) % 11 == 0;
  }

  /** Swedish personnummer (Skatteverket, SKV 704): a date, and Luhn's digit over ten digits. */
  public static boolean sweden(String digits) {
    String ten = digits.substring(digits.length() - 10);
    return month(ten, 2) && day(ten, 4) && Checksums.luhn(ten);
  }

  /** Turkish T.C. kimlik numarası: two check digits modulo 10. */
  public static boolean turkey(String digits) {
    int odd = 0;
    int even = 0;
    for (int i = 0; i < 9; i++) {
      int digit = digits.charAt(i) - '0';
      odd += i % 2 == 0 ? digit : 0;
      even += i % 2 == 0 ? 0 : digit;
    }
    int tenth = Math.floorMod(7 * odd - even, 10);
    return digits.charAt(0) != '0'
        && tenth == digits.charAt(9) - '0'
        && (odd + even + tenth) % 10 == digits.charAt(10) - '0';
  }

  /** South African identity number: a date, 0, 1 or 2 for the status, and Luhn's digit. */
  public static boolean southAfrica(String digits) {
    return month(digits, 2) && day(digits, 4) && digits.charAt(10) <= '2' && Checksums.luhn(digits);
  }

  /** Portuguese NIF: 11 minus a sum modulo 11, and 0 for what has no digit. */
  public static boolean portugal(String digits) {
    int check = 11 - sum(digits, PORTUGAL) % 11;
    return (check > 9 ? 0 : check) == digits.charAt(8) - '0';
  }

  /** Australian tax file number: a sum that 11 must divide. */
  public static boolean australia(String digits) {
    return sum(digits, AUSTRALIA) % 11 == 0;
  }

  /** Japanese individual number (ordinance 85 of 2014 of the Ministry of Internal Affairs). */
  public static boolean japan(String digits) {
    int rest = sum(digits, JAPAN) % 11;
    return (rest <= 1 ? 0 : 11 - rest) == digits.charAt(11) - '0';
  }

  private static boolean month(String digits, int at) {
    int month = Integer.parseInt(digits, at, at + 2, 10);
    return month >= 1 && month <= 12;
  }

  private static boolean day(String digits, int at) {
    int day = Integer.parseInt(digits, at, at + 2, 10);
    return day >= 1 && day <= 31;
  }
}
