package dev.countersign.guard.output.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check digits, by examples that their owners publish, and the same with one digit changed. */
class ChecksumsTest {
  @ParameterizedTest
  @CsvSource({
    "4539578763621486, true",
    "4539578763621487, false",
    "046454286, true",
    "046454287, false"
  })
  void luhn(String digits, boolean right) {
    assertThat(Checksums.luhn(digits)).isEqualTo(right);
  }

  /** The registry of SWIFT. */
  @ParameterizedTest
  @CsvSource({
    "DE89370400440532013000, true", "GB29NWBK60161331926819, true",
        "FR1420041010050500013M02606, true",
    "NL91ABNA0417164300, true", "DE89370400440532013001, false", "GB29NWBK60161331926891, false"
  })
  void iban(String iban, boolean right) {
    assertThat(Checksums.iban(iban)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"111222333, true", "123456782, true", "111222334, false", "000000000, false"})
  void dutchBsn(String digits, boolean right) {
    assertThat(Checksums.bsn(digits)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"9434765919, true", "9434765918, false", "9434765929, false"})
  void nhsNumber(String digits, boolean right) {
    assertThat(Checksums.nhs(digits)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"86095742719, true", "47036892816, true", "86095742718, false", "12345678903, false"})
  void germanSteuerId(String digits, boolean right) {
    assertThat(Checksums.steuerId(digits)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"12345678Z, true", "X1234567L, true", "12345678A, false", "X1234567M, false"})
  void spanishDniAndNie(String text, boolean right) {
    assertThat(Checksums.dni(text)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"255081416802538, true", "255081416802539, false"})
  void frenchNir(String text, boolean right) {
    assertThat(Checksums.nir(text)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"RSSMRA85T10A562S, true", "RSSMRA85T10A562T, false", "RSSMRA85T11A562S, false"})
  void italianCodiceFiscale(String text, boolean right) {
    assertThat(Checksums.codiceFiscale(text)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"11144477735, true", "11144477736, false", "11111111111, false"})
  void brazilianCpf(String digits, boolean right) {
    assertThat(Checksums.cpf(digits)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"11222333000181, true", "11222333000182, false"})
  void brazilianCnpj(String digits, boolean right) {
    assertThat(Checksums.cnpj(digits)).isEqualTo(right);
  }

  /** Verhoeff's own example is 2363. */
  @ParameterizedTest
  @CsvSource({
    "2363, true",
    "2364, false",
    "3263, false",
    "234123412346, true",
    "234123412347, false"
  })
  void indianAadhaar(String digits, boolean right) {
    assertThat(Checksums.verhoeff(digits)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"7569217076985, true", "7569217076986, false"})
  void swissAhv(String digits, boolean right) {
    assertThat(Checksums.ean13(digits)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"11010519491231002X, true", "110105194912310021, false"})
  void chineseResident(String text, boolean right) {
    assertThat(Checksums.china(text)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"44051401359, true", "44051401358, false"})
  void polishPesel(String digits, boolean right) {
    assertThat(Checksums.pesel(digits)).isEqualTo(right);
  }

  /** The end is CRC-32 of the thirty characters before it, in base 62. */
  @Test
  void tokensOfGitHub() {
    String body = "A".repeat(30);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    StringBuilder end = new StringBuilder();
    for (long rest = crc.getValue(); end.length() < 6; rest /= 62) {
      end.insert(
          0,
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
              .charAt((int) (rest % 62)));
    }
    assertThat(Checksums.crc62(body + end)).isTrue();
    assertThat(Checksums.crc62("B" + body.substring(1) + end)).isFalse();
  }
}
