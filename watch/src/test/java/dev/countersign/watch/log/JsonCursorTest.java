package dev.countersign.watch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is JSON is what Jackson says is JSON, and its numbers are Java's. */
class JsonCursorTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private final JsonCursor cursor = new JsonCursor();

  private boolean reads(byte[] text) {
    cursor.begin(text, 0, text.length);
    try {
      cursor.skip();
      cursor.end();
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static boolean jacksonReads(byte[] text) {
    try {
      return !JACKSON.readTree(text).isMissingNode();
    } catch (JacksonException wrong) {
      return false;
    }
  }

  @Test
  void itReadsWhatJacksonReads() {
    Random random = new Random(7);
    byte[] good =
        "{\"a\": [1, -2.5e+3, 0.125, true, false, null, \"t\\u00e9\\n\\\"\"], \"b\" : {\"\":{}, \"c\":[[]]}}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] signs = " \t{}[],:\"\\0123456789+-.eEtrufalsn/b".getBytes(StandardCharsets.UTF_8);
    int both = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] text = good.clone();
      for (int change = random.nextInt(1, 3); change > 0; change--) {
        text[random.nextInt(text.length)] = signs[random.nextInt(signs.length)];
      }
      boolean read = reads(text);
      assertThat(read).as(new String(text, StandardCharsets.UTF_8)).isEqualTo(jacksonReads(text));
      both += read ? 1 : 0;
    }
    assertThat(both).isBetween(5_000, 95_000);
  }

  @Test
  void numbersAreWhatJavaReads() throws Refusal {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      String number = number(random);
      byte[] text = number.getBytes(StandardCharsets.UTF_8);
      cursor.begin(text, 0, text.length);
      assertThat(cursor.numbers.real("n")).as(number).isEqualTo(Double.parseDouble(number));
    }
  }

  private static String number(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
      case 1 -> Float.toString(random.nextFloat() * 1000);
      case 2 -> Long.toString(random.nextLong());
      case 3 ->
          "%s%d.%06de%d"
              .formatted(
                  random.nextBoolean() ? "-" : "",
                  random.nextInt(100),
                  random.nextInt(1_000_000),
                  random.nextInt(-330, 310));
      default -> "0." + "0".repeat(random.nextInt(30)) + random.nextInt(1_000_000);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999"})
  void aFeatureThatIsNotFiniteIsMissing(String number) throws Refusal {
    byte[] text = number.getBytes(StandardCharsets.UTF_8);
    cursor.begin(text, 0, text.length);
    assertThat(cursor.numbers.feature("n")).isNaN();
  }
}
