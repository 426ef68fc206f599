package dev.countersign.guard.output.content;

import java.util.zip.CRC32;

/** Check digits of numbers, each as its standard has it. All take digits or capitals in ASCII. */
public final class Checksums {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int[][] DIHEDRAL = dihedral();
  private static final int[] PERMUTED = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  private Checksums() {}

  /** ISO/IEC 7812-1, annex B: payment cards, Canadian SIN. */
  public static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** ISO 7064 MOD 97-10 of an IBAN, as ISO 13616-1 turns it. */
  public static boolean iban(String iban) {
    int rest = 0;
    for (int i = 0; i < iban.length(); i++) {
      int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
      rest = value < 10 ? (rest * 10 + value) % 97 : (rest * 100 + value) % 97;
    }
    return rest == 1;
  }

  /** A weighted sum that 11 must divide: Dutch BSN with weights 9 to 2 and -1. */
  public static boolean bsn(String digits) {
    int sum = -(digits.charAt(8) - '0');
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * (digits.charAt(i) - '0');
    }
    return digits.length() == 9 && sum % 11 == 0 && sum != 0;
  }

  /** NHS Data Dictionary, NHS NUMBER: modulus 11. */
  public static boolean nhs(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return digits.length() == 10 && check == digits.charAt(9) - '0';
  }

  /**
   * German Steuer-ID (§ 139b AO): ISO 7064 MOD 11,10, and one digit of ten stands twice or thrice.
   */
  public static boolean steuerId(String digits) {
    if (digits.length() != 11 || digits.charAt(0) == '0') {
      return false;
    }
    int product = 10;
    int[] seen = new int[10];
    for (int i = 0; i < 10; i++) {
      int digit = digits.charAt(i) - '0';
      seen[digit]++;
      int sum = (digit + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    int repeated = 0;
    for (int count : seen) {
      repeated += count == 2 || count == 3 ? 1 : count > 3 ? 5 : 0;
    }
    return repeated == 1 && (11 - product) % 10 == digits.charAt(10) - '0';
  }

  /** Spanish DNI, and NIE with X, Y or Z in front: the letter is the number modulo 23. */
  public static boolean dni(String text) {
    int first = "XYZ".indexOf(text.charAt(0));
    String digits =
        (first >= 0 ? Integer.toString(first) : "") + text.substring(first >= 0 ? 1 : 0);
    int number = Integer.parseInt(digits, 0, digits.length() - 1, 10);
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23) == digits.charAt(digits.length() - 1);
  }

  /** French NIR: 97 minus the number modulo 97; Corsica's 2A and 2B count as 19 and 18. */
  public static boolean nir(String text) {
    String number = text.substring(0, 13).replace("2A", "19").replace("2B", "18");
    long value = Long.parseLong(number);
    return 97 - value % 97 == Long.parseLong(text.substring(13));
  }

  /** Italian codice fiscale (DM 23.12.1976): values for odd and even places, modulo 26. */
  public static boolean codiceFiscale(String text) {
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = text.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
    return sum % 26 == text.charAt(15) - 'A';
  }

  /** Brazilian CPF (11 digits): two check digits modulo 11; of one digit only is none. */
  public static boolean cpf(String digits) {
    return !same(digits) && cpfDigit(digits, 9) && cpfDigit(digits, 10);
  }

  private static boolean cpfDigit(String digits, int at) {
    int sum = 0;
    for (int i = 0; i < at; i++) {
      sum += (at + 1 - i) * (digits.charAt(i) - '0');
    }
    return sum * 10 % 11 % 10 == digits.charAt(at) - '0';
  }

  /** Brazilian CNPJ (14 digits): two check digits modulo 11, weights from 2 to 9 and again. */
  public static boolean cnpj(String digits) {
    return !same(digits) && cnpjDigit(digits, 12) && cnpjDigit(digits, 13);
  }

  private static boolean cnpjDigit(String digits, int at) {
    int sum = 0;
    for (int i = 0; i < at; i++) {
      sum += ((at - 1 - i) % 8 + 2) * (digits.charAt(i) - '0');
    }
    int rest = sum % 11;
    return (rest < 2 ? 0 : 11 - rest) == digits.charAt(at) - '0';
  }

  /** Verhoeff's dihedral check (1969): Indian Aadhaar. */
  public static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      for (int turn = 0; turn < i % 8; turn++) {
        digit = PERMUTED[digit];
      }
      check = DIHEDRAL[check][digit];
    }
    return check == 0;
  }

  private static int[][] dihedral() {
    int[][] table = new int[10][10];
    for (int a = 0; a < 10; a++) {
      for (int b = 0; b < 10; b++) {
        boolean turned = a >= 5;
        int sum = turned ? (a - b % 5 + 10) % 5 : (a + b) % 5;
        boolean flipped = turned != b >= 5;
        table[a][b] = flipped ? sum + 5 : sum;
      }
    }
    return table;
  }

  /** GS1's modulo 10 of 13 digits: the Swiss AHV number. */
  public static boolean ean13(String digits) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  /** GB 11643-1999, ISO 7064 MOD 11-2: the Chinese resident's number. */
  public static boolean china(String text) {
    int rest = 0;
    for (int i = 0; i < 17; i++) {
      rest = (rest + text.charAt(i) - '0') * 2 % 11;
    }
    int check = (12 - rest) % 11;
    return text.charAt(17) == (check == 10 ? 'X' : (char) ('0' + check));
  }

  /** Polish PESEL: weights 1, 3, 7, 9. */
  public static boolean pesel(String digits) {
    int[] weights = {1, 3, 7, 9};
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += weights[i % 4] * (digits.charAt(i) - '0');
    }
    return (10 - sum % 10) % 10 == digits.charAt(10) - '0';
  }

  /**
   * The end of a token of GitHub or npm: CRC-32 of the part before, in base 62 and six digits (The
   * GitHub Blog, "Behind GitHub's new authentication token formats", 2021).
   *
   * @param body what follows the prefix; 36 characters
   */
  public static boolean crc62(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.substring(0, 30).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    for (int i = 35; i >= 30; i--) {
      if (body.charAt(i) != BASE62.charAt((int) (rest % 62))) {
        return false;
      }
      rest /= 62;
    }
    return rest == 0;
  }

  private static boolean same(String digits) {
    return digits.chars().allMatch(c -> c == digits.charAt(0));
  }
}
