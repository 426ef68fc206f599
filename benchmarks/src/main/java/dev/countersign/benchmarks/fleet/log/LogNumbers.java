package dev.countersign.benchmarks.fleet.log;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the inference log writes them. */
final class LogNumbers {
  private static final double[] TENS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
  private static final MathContext SIX = new MathContext(6);

  private LogNumbers() {}

  /** Six significant digits. */
  static void significant(StringBuilder text, double value) {
    double size = Math.abs(value);
    if (size >= 1e-4 && size < 1e6) {
      int whole = 0;
      while (size >= TENS[whole + 1]) {
        whole++;
      }
      int zeros = 0;
      while (size * TENS[zeros + 1] < 1) {
        zeros++;
      }
      decimals(text, value, size < 1 ? 6 + zeros : 5 - whole);
    } else if (size < 1e-30) {
      text.append('0');
    } else {
      text.append(new BigDecimal(value).round(SIX).doubleValue());
    }
  }

  /** Rounded to so many decimals, without zeros at the end. */
  static void decimals(StringBuilder text, double value, int decimals) {
    long scaled = Math.round(Math.abs(value) * TENS[decimals]);
    if (value < 0 && scaled != 0) {
      text.append('-');
    }
    long unit = (long) TENS[decimals];
    text.append(scaled / unit);
    long rest = scaled % unit;
    if (rest != 0) {
      text.append('.');
      for (unit /= 10; rest != 0; unit /= 10) {
        text.append((char) ('0' + rest / unit));
        rest %= unit;
      }
    }
  }
}
