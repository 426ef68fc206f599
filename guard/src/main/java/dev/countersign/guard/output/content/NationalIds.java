package dev.countersign.guard.output.content;

import java.util.Optional;
import java.util.Set;

/**
 * Numbers of persons with check digits. One digit in ten or eleven passes by chance, so that a
 * number which is not written as such numbers are needs its name near it.
 */
final class NationalIds {
  /** Numbers that documentation shows, two of which the SSA itself withdrew. */
  private static final Set<String> SHOWN =
      Set.of("078051120", "219099999", "123456789", "111111111", "457555462", "987654321");

  private NationalIds() {}

  /** What a number of digits is. */
  static Optional<String> name(String digits, int shape, String text, int start, int end) {
    return switch (digits.length()) {
      case 9 -> nine(digits, shape, text, start, end);
      case 10 -> ten(digits, shape, text, start, end);
      case 11 -> eleven(digits, shape, text, start, end);
      case 12 -> twelve(digits, shape, text, start, end);
      case 13 -> thirteen(digits, text, start, end);
      case 14 -> some(cnpj(digits, shape, text, start, end), "a Brazilian CNPJ");
      case 15 -> some(nir(digits), "a French NIR");
      case 18 -> some(china(digits), "a Chinese resident's number");
      default -> Optional.empty();
    };
  }

  private static Optional<String> some(boolean is, String name) {
    return is ? Optional.of(name) : Optional.empty();
  }

  private static boolean near(String text, int start, int end, String... words) {
    return Chars.near(text, start, end, words);
  }

  private static Optional<String> nine(String digits, int shape, String text, int start, int end) {
    boolean written = shape == 324 && text.charAt(start + 3) == '-';
    if (ssn(digits) && (written || near(text, start, end, "ssn", "social security"))) {
      return Optional.of("a US social security number");
    }
    if (Checksums.bsn(digits) && near(text, start, end, "bsn", "burgerservice", "sofinummer")) {
      return Optional.of("a Dutch BSN");
    }
    if (WeightedChecksums.portugal(digits) && near(text, start, end, "nif", "contribuinte")) {
      return Optional.of("a Portuguese NIF");
    }
    if (WeightedChecksums.australia(digits) && near(text, start, end, "tfn", "tax file")) {
      return Optional.of("an Australian tax file number");
    }
    boolean sin = Checksums.luhn(digits) && digits.charAt(0) != '0';
    return some(sin && near(text, start, end, "sin", "social insurance", "nas"), "a Canadian SIN");
  }

  /** SSA, "Social Security Number Randomization": what is never given. */
  private static boolean ssn(String digits) {
    int area = Integer.parseInt(digits, 0, 3, 10);
    return area != 0
        && area != 666
        && area < 900
        && !digits.startsWith("00", 3)
        && !digits.endsWith("0000")
        && !SHOWN.contains(digits);
  }

  private static Optional<String> eleven(
      String digits, int shape, String text, int start, int end) {
    boolean cpf =
        Checksums.cpf(digits) && (shape == 3332 || near(text, start, end, "cpf", "cadastro"));
    if (cpf) {
      return Optional.of("a Brazilian CPF");
    }
    boolean german =
        Checksums.steuerId(digits)
            && (shape == 2333
                || near(
                    text, start, end, "steuer", "idnr", "tax id", "identifikationsnummer", "tin"));
    if (german) {
      return Optional.of("a German Steuer-ID");
    }
    if (Checksums.pesel(digits) && near(text, start, end, "pesel")) {
      return Optional.of("a Polish PESEL");
    }
    return elevenMore(digits, shape, text, start, end);
  }

  private static Optional<String> elevenMore(
      String digits, int shape, String text, int start, int end) {
    boolean belgian =
        WeightedChecksums.belgium(digits)
            && (shape == 22232
                || near(text, start, end, "rijksregister", "registre national", "insz", "niss"));
    if (belgian) {
      return Optional.of("a Belgian number of the national register");
    }
    boolean norwegian =
        WeightedChecksums.norway(digits)
            && (shape == 65 || near(text, start, end, "fødselsnummer", "personnummer"));
    if (norwegian) {
      return Optional.of("a Norwegian fødselsnummer");
    }
    boolean turkish = WeightedChecksums.turkey(digits) && near(text, start, end, "kimlik", "tckn");
    return some(turkish, "a Turkish identity number");
  }

  private static Optional<String> ten(String digits, int shape, String text, int start, int end) {
    if (Checksums.nhs(digits) && near(text, start, end, "nhs")) {
      return Optional.of("an NHS number");
    }
    return some(swedish(digits, shape == 64, text, start, end), "a Swedish personnummer");
  }

  private static boolean swedish(String digits, boolean shaped, String text, int start, int end) {
    boolean written = shaped && text.charAt(end - 5) == '-';
    return WeightedChecksums.sweden(digits) && (written || near(text, start, end, "personnummer"));
  }

  private static Optional<String> thirteen(String digits, String text, int start, int end) {
    if (digits.startsWith("756") && Checksums.ean13(digits)) {
      return Optional.of("a Swiss AHV number");
    }
    boolean south =
        WeightedChecksums.southAfrica(digits)
            && near(text, start, end, "id number", "identity", "south africa", "sa id");
    return some(south, "a South African identity number");
  }

  private static Optional<String> twelve(
      String digits, int shape, String text, int start, int end) {
    boolean checks = digits.charAt(0) >= '2' && Checksums.verhoeff(digits);
    boolean aadhaar =
        checks && (shape == 444 || near(text, start, end, "aadhaar", "aadhar", "uid"));
    if (aadhaar) {
      return Optional.of("an Indian Aadhaar");
    }
    boolean japanese =
        WeightedChecksums.japan(digits)
            && near(text, start, end, "my number", "individual number", "マイナンバー", "個人番号");
    if (japanese) {
      return Optional.of("a Japanese individual number");
    }
    return some(swedish(digits, shape == 84, text, start, end), "a Swedish personnummer");
  }

  private static boolean cnpj(String digits, int shape, String text, int start, int end) {
    return Checksums.cnpj(digits) && (shape == 23342 || near(text, start, end, "cnpj"));
  }

  private static boolean nir(String digits) {
    int month = Integer.parseInt(digits, 3, 5, 10);
    boolean month20 = month >= 1 && month <= 12 || month >= 20 && month <= 42;
    return (digits.charAt(0) == '1' || digits.charAt(0) == '2') && month20 && Checksums.nir(digits);
  }

  private static boolean china(String text) {
    int year = Integer.parseInt(text, 6, 10, 10);
    int month = Integer.parseInt(text, 10, 12, 10);
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && Checksums.china(text);
  }

  /** Whether {@link #ofToken} knows something of that length. */
  static boolean tokenLength(int length) {
    return length == 9 || length == 15 || length == 16 || length == 18;
  }

  /** Whether something of 9 or of 16 characters that {@link #ofToken} knows may end so. */
  static boolean endsToken(char last) {
    return last >= 'A' && last <= 'Z';
  }

  /** What a run of letters and digits is; capitals. */
  static Optional<String> ofToken(String token) {
    return switch (token.length()) {
      case 9 -> nineLetters(token);
      case 15 -> some(shaped(token, "DDDDDLDDDDDDDDD") && corsica(token), "a French NIR");
      case 16 ->
          some(
              shaped(token, "LLLLLLXXLXXLXXXL") && Checksums.codiceFiscale(token),
              "an Italian codice fiscale");
      case 18 ->
          some(
              shaped(token, "DDDDDDDDDDDDDDDDDL") && token.endsWith("X") && china(token),
              "a Chinese resident's number");
      default -> Optional.empty();
    };
  }

  private static boolean corsica(String token) {
    return (token.charAt(5) == 'A' || token.charAt(5) == 'B')
        && token.charAt(4) == '2'
        && Checksums.nir(token);
  }

  private static Optional<String> nineLetters(String token) {
    if (shaped(token, "LLDDDDDDL") && nino(token)) {
      return Optional.of("a UK national insurance number");
    }
    boolean spanish =
        shaped(token, "DDDDDDDDL") || shaped(token, "LDDDDDDDL") && token.charAt(0) >= 'X';
    return some(spanish && Checksums.dni(token), "a Spanish DNI or NIE");
  }

  /** HMRC, National Insurance Manual NIM39110. */
  private static boolean nino(String token) {
    String first = token.substring(0, 2);
    return "DFIQUV".indexOf(token.charAt(0)) < 0
        && "DFIQUVO".indexOf(token.charAt(1)) < 0
        && !Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ").contains(first)
        && token.charAt(8) <= 'D';
  }

  private static boolean shaped(String token, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      char c = token.charAt(i);
      boolean fits =
          switch (shape.charAt(i)) {
            case 'D' -> Chars.digit(c);
            case 'L' -> c >= 'A' && c <= 'Z';
            default -> Chars.digit(c) || "LMNPQRSTUV".indexOf(c) >= 0;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
