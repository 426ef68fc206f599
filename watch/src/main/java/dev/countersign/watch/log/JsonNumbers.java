package dev.countersign.watch.log;

import java.nio.charset.StandardCharsets;

/**
 * Numbers of JSON. Those with up to 15 significant digits and a power of ten from -22 to 22 are
 * read exactly by one multiplication or division (Clinger 1990, "How to read floating point numbers
 * accurately", the fast path); others as {@link Double#parseDouble} reads them.
 */
final class JsonNumbers {
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int LONGEST = 1000;
  private static final int MOST_DIGITS = 18;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final JsonCursor cursor;
  private long digits;
  private int significant;
  private int power;
  private boolean negative;
  private boolean fraction;

  JsonNumbers(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /** A number as a double; infinite where it is larger than that. */
  double real(String member) throws Refusal {
    begin(member);
    return real();
  }

  private double real() throws Refusal {
    int from = cursor.at;
    scan(from);
    boolean exact = significant <= MOST_DIGITS && digits <= LARGEST_EXACT && Math.abs(power) <= 22;
    if (!exact) {
      return Double.parseDouble(
          new String(cursor.bytes, from, cursor.at - from, StandardCharsets.ISO_8859_1));
    }
    double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
    return negative ? -value : value;
  }

  /** A number of the model, or null: what is not finite is NaN. */
  float feature(String member) throws Refusal {
    if (cursor.tookNull()) {
      return Float.NaN;
    }
    begin(member);
    return feature();
  }

  /** The same where a byte that {@link #begins} one has been seen. */
  float feature() throws Refusal {
    float value = (float) real();
    return Float.isInfinite(value) ? Float.NaN : value;
  }

  /** Whether a number begins with this byte. */
  static boolean begins(byte first) {
    return isDigit(first) || first == '-';
  }

  /** A number that is whole. */
  long whole(String member) throws Refusal {
    int from = begin(member);
    scan(from);
    if (fraction || significant > MOST_DIGITS) {
      cursor.at = from;
      throw cursor.wrongType(member);
    }
    return negative ? -digits : digits;
  }

  void skip() throws Refusal {
    scan(begin("a value"));
  }

  private int begin(String member) throws Refusal {
    byte first = cursor.peek();
    if (!begins(first)) {
      boolean other = first == '"' || first == '{' || first == '[' || first == 't' || first == 'f';
      throw other ? cursor.wrongType(member) : cursor.wrong("a value was expected");
    }
    return cursor.at;
  }

  private void scan(int from) throws Refusal {
    byte[] b = cursor.bytes;
    int end = cursor.to;
    int p = from;
    negative = b[p] == '-';
    if (negative) {
      p++;
    }
    long sum = 0;
    int whole = p;
    while (p < end && isDigit(b[p])) {
      sum = sum * 10 + (b[p++] - '0');
    }
    significant = p - whole;
    if (significant == 0 || (significant > 1 && b[whole] == '0')) {
      throw wrong(p);
    }
    power = 0;
    fraction = false;
    if (p < end && b[p] == '.') {
      int point = ++p;
      while (p < end && isDigit(b[p])) {
        sum = sum * 10 + (b[p++] - '0');
      }
      power = point - p;
      significant -= power;
      fraction = true;
      if (power == 0) {
        throw wrong(p);
      }
    }
    digits = sum;
    cursor.at = p;
    if (p < end && (b[p] | 0x20) == 'e') {
      exponent(p + 1);
    }
    if (cursor.at - from > LONGEST) {
      throw wrong(from);
    }
  }

  private void exponent(int from) throws Refusal {
    byte[] b = cursor.bytes;
    int end = cursor.to;
    int p = from;
    boolean down = p < end && b[p] == '-';
    if (p < end && (b[p] == '-' || b[p] == '+')) {
      p++;
    }
    int first = p;
    int exponent = 0;
    while (p < end && isDigit(b[p])) {
      exponent = Math.min(100_000, exponent * 10 + (b[p++] - '0'));
    }
    if (p == first) {
      throw wrong(p);
    }
    power += down ? -exponent : exponent;
    fraction = true;
    cursor.at = p;
  }

  private Refusal wrong(int at) {
    cursor.at = at;
    return cursor.wrong("a number was expected");
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
