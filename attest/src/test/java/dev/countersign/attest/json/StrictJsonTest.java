package dev.countersign.attest.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StrictJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{\"a\":1",
        "{\"a\":1}{",
        "{\"a\":1} x",
        "{} {}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":[{\"c\":1,\"c\":2}]}}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":NaN}",
        "{\"a\":1e999}",
        "{\"a\":-1e999}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":1 /* comment */}",
        "\uFEFF{}"
      })
  void refusesWhatReadersTakeInDifferentWays(String json) {
    assertThatThrownBy(() -> StrictJson.object(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesOtherEncodings() {
    assertThatThrownBy(() -> StrictJson.object("{\"a\":1}".getBytes(UTF_16)))
        .isInstanceOf(MalformedJson.class);
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
    assertThatThrownBy(() -> StrictJson.object(overlong)).isInstanceOf(MalformedJson.class);
    byte[] truncated = {'{', '"', 'a', '"', ':', '"', (byte) 0xE2, (byte) 0x82, '"', '}'};
    assertThatThrownBy(() -> StrictJson.object(truncated)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void saysWhereAndWhat() {
    assertThatThrownBy(() -> StrictJson.object("{\n \"a\": 1,\n \"a\": 2}".getBytes(UTF_8)))
        .hasMessageMatching("No strict JSON \\(line 3, column \\d+\\): Duplicate .*\"a\".*\\.");
  }

  @Test
  void doesNotTellOfTheReaderItself() {
    assertThatThrownBy(() -> StrictJson.object("{\n".getBytes(UTF_8)))
        .isInstanceOf(MalformedJson.class)
        .hasMessageEndingWith("Unexpected end-of-input: expected close marker for Object.");
  }

  @Test
  void isBoundedInDepthSizeAndLengthOfNumbers() throws MalformedJson {
    Limits limits = new Limits(1_000, 8);
    assertThat(StrictJson.object(nested(8), limits)).isNotEmpty();
    assertThatThrownBy(() -> StrictJson.object(nested(9), limits))
        .isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> StrictJson.object(nested(400), limits))
        .isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> StrictJson.object(new byte[1_001], limits))
        .hasMessage("1001 bytes; at most 1000 are read.");
    byte[] long65 = ("{\"a\":" + "9".repeat(65) + "}").getBytes(UTF_8);
    assertThatThrownBy(() -> StrictJson.object(long65)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void aBombOfDepthIsRefusedWithoutRecursion() {
    byte[] bomb = ("{\"a\":" + "[".repeat(5_000_000)).getBytes(UTF_8);
    assertThatThrownBy(() -> StrictJson.object(bomb)).isInstanceOf(MalformedJson.class);
  }

  /** RFC 8785, section 3.2.2 and its appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "5e-324, 5e-324",
    "-5e-324, -5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740992, 9007199254740992",
    "-9007199254740992, -9007199254740992",
    "295147905179352830000.0, 295147905179352830000",
    "9.999999999999997e22, 9.999999999999997e+22",
    "1e23, 1e+23",
    "1.0000000000000001e23, 1.0000000000000001e+23",
    "999999999999999700000.0, 999999999999999700000",
    "999999999999999900000.0, 999999999999999900000",
    "1e21, 1e+21",
    "9.999999999999997e-7, 9.999999999999997e-7",
    "0.000001, 0.000001",
    "333333333.3333332, 333333333.3333332",
    "333333333.33333325, 333333333.33333325",
    "333333333.3333333, 333333333.3333333",
    "333333333.3333334, 333333333.3333334",
    "333333333.33333343, 333333333.33333343",
    "-0.0000033333333333333333, -0.0000033333333333333333",
    "1424953923781206.2, 1424953923781206.2",
    "4.50, 4.5",
    "2e-3, 0.002",
    "0.000000000000000000000000001, 1e-27"
  })
  void writesNumbersAsRfc8785Shows(String read, String canonical) throws MalformedJson {
    assertThat(canonical("{\"n\":" + read + "}")).isEqualTo("{\"n\":" + canonical + "}");
  }

  /** RFC 8785, section 3.2.3 (the order) and 3.2.2.2 (the escapes). */
  @Test
  void writesObjectsAsRfc8785Shows() throws MalformedJson {
    String order =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet"
            + " With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning"
            + " Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
    assertThat(canonical(order))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small"
                + " Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning"
                + " Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    String values =
        "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"literals\":"
            + " [null, true, false]}";
    assertThat(canonical(values))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void twoNumbersNeverHaveOneCanonicalForm() throws MalformedJson {
    ObjectNode json = StrictJson.object("{\"n\":9007199254740993}".getBytes(UTF_8));
    assertThatThrownBy(() -> StrictJson.canonical(json))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prettyIsStable() throws MalformedJson {
    ObjectNode json =
        StrictJson.object("{\"b\":[1,{\"a\":\"ü\"}],\"a\":{},\"c\":[]}".getBytes(UTF_8));
    assertThat(new String(StrictJson.pretty(json), UTF_8))
        .isEqualTo(
            """
            {
              "b": [
                1,
                {
                  "a": "ü"
                }
              ],
              "a": { },
              "c": [ ]
            }
            """);
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() throws MalformedJson {
    for (int seed = 0; seed < 500; seed++) {
      ObjectNode json = RandomJson.object(new Random(seed));
      assertThat(StrictJson.object(StrictJson.pretty(json))).as("seed %d", seed).isEqualTo(json);
      byte[] canonical = StrictJson.canonical(json);
      assertThat(StrictJson.canonical(StrictJson.object(canonical)))
          .as("seed %d", seed)
          .isEqualTo(canonical);
    }
  }

  @Test
  void arbitraryBytesAreRefusedAndNothingElseHappens() {
    byte[] seed = "{\"a\":[1,2.5e3,\"x\\u00e9\",null,{\"b\":true}],\"c\":\"é\"}".getBytes(UTF_8);
    for (int i = 0; i < 5_000; i++) {
      byte[] mutated = Mutation.of(seed, new Random(i));
      try {
        StrictJson.object(mutated);
      } catch (MalformedJson allowed) {
        assertThat(allowed.getMessage()).as("seed %d", i).isNotBlank();
      }
    }
  }

  private static byte[] nested(int depth) {
    return ("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}").getBytes(UTF_8);
  }

  private static String canonical(String json) throws MalformedJson {
    return new String(StrictJson.canonical(StrictJson.object(json.getBytes(UTF_8))), UTF_8);
  }

  @Test
  void emptyIsEmpty() {
    assertThat(StrictJson.canonical(JsonNodeFactory.instance.objectNode())).hasSize(2);
  }
}
