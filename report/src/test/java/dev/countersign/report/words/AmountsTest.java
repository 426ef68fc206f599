package dev.countersign.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.loss.LossRange;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-3, 0",
    "0.2, less than 1",
    "1, 1",
    "3.4, 3",
    "9.96, 10",
    "43.2, 43",
    "996, '1 000'",
    "1234, '1 200'",
    "119999, '120 000'",
    "994999, '990 000'",
    "996000, 1 million",
    "1249999, 1.2 million",
    "1250000, 1.3 million",
    "21000000, 21 million",
    "999000000, 1 billion",
    "4.26e9, 4.3 billion",
    "999e9, 1 trillion",
    "7.2e12, 7.2 trillion",
    "99e13, 990 trillion",
    "3.65e29, over 1 000 trillion",
    "NaN, 0",
    "Infinity, over 1 000 trillion"
  })
  void hasTwoSignificantDigits(double amount, String words) {
    assertThat(Amounts.number(amount)).isEqualTo(words.replace(' ', '\u00a0'));
  }

  @Test
  void isNotBrokenWithinAnAmount() {
    assertThat(Amounts.of(123_456, "EUR")).isEqualTo("120\u00a0000\u00a0EUR");
  }

  @Test
  void namesTheCurrencyTwiceWhereOnlyOneIsInMillions() {
    LossRange range = new LossRange(41_234, 212_345, 1_234_567, 300_000, "EUR");

    assertThat(Amounts.range(range)).isEqualTo("41\u00a0000\u00a0EUR to 1.2\u00a0million\u00a0EUR");
    assertThat(Amounts.rangeAndMedian(range))
        .isEqualTo("41\u00a0000\u00a0EUR to 1.2\u00a0million\u00a0EUR (median\u00a0210\u00a0000)");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 12000, 400 to 12 000 EUR",
    "1200000, 49000000, 1.2 million to 49 million EUR",
    "2000000, 3e9, 2 million EUR to 3 billion EUR",
    "0, 1.1e6, 0 to 1.1 million EUR",
    "0.4, 30, less than 1 to 30 EUR"
  })
  void namesTheCurrencyOfARangeOnceWhereBothAreOfOneScale(double low, double high, String words) {
    assertThat(Amounts.range(new LossRange(low, low, high, low, "EUR")).replace('\u00a0', ' '))
        .isEqualTo(words);
  }

  @Test
  void saysARangeThatRoundsToOneAmountOnce() {
    assertThat(Amounts.range(new LossRange(0, 0, 0, 0, "CHF"))).isEqualTo("0\u00a0CHF");
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Amounts.of(1_250_000, "EUR")).isEqualTo("1.3\u00a0million\u00a0EUR");
    } finally {
      Locale.setDefault(before);
    }
  }
}
