package dev.countersign.watch.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.GateNote;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.log.Parsed.Read;
import dev.countersign.watch.log.Parsed.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of the inference log is an event, or it is said why not. */
class EventParserTest {
  private static final long NOW = Instant.parse("2026-11-28T00:00:00Z").toEpochMilli();
  private static final String LINE =
      """
      {"v":1,"time":"2026-11-27T16:55:03.164Z","id":"1318735e1f906381","system":"card-fraud",\
      "upstream":"scorer","model":"fraud","client":"83eeb38e004a295359bde4b0760bb271",\
      "protocol":"oip-v2","operation":"infer","status":200,"outcome":"served","ms":16.266,\
      "input":{"bytes":70},"output":{"bytes":77},"rows":2,"features":[[1.5,0,-3e-2],[2.25,1,null]],\
      "result":{"label":[0,1],"score":[0.1235,0.8]},\
      "gates":[{"gate":"input-gate","decision":"accept","p":0.41,"reasons":["amount"]}]}\
      """;
  private final EventParser parser = new EventParser(() -> NOW);

  private Parsed parse(String line) {
    byte[] bytes = ("#" + line + "#").getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 1, bytes.length - 1, () -> "unused");
  }

  private Event event(String line) {
    assertThat(parse(line)).isInstanceOf(Read.class);
    return ((Read) parse(line)).event();
  }

  private Reason reason(String line) {
    assertThat(parse(line)).as(line).isInstanceOf(Refused.class);
    return ((Refused) parse(line)).reason();
  }

  private static String with(String members) {
    return "{\"v\":1,\"time\":\"2026-11-27T16:55:03Z\",\"id\":\"e\"," + members + "}";
  }

  @Test
  void aLineOfTheGatewayIsReadWhole() {
    assertThat(event(LINE))
        .isEqualTo(
            Event.at(Instant.parse("2026-11-27T16:55:03.164Z").toEpochMilli(), "1318735e1f906381")
                .system("card-fraud")
                .model("fraud")
                .client("83eeb38e004a295359bde4b0760bb271")
                .operation("infer")
                .status(200)
                .outcome("served")
                .millis(16.266)
                .bytesIn(70)
                .bytesOut(77)
                .rows(
                    new Rows(
                        2,
                        new float[] {1.5f, 0, -0.03f, 2.25f, 1, Float.NaN},
                        new float[] {0.1235f, 0.8f}))
                .gate(new GateNote("input-gate", "accept", 0.41, List.of("amount")))
                .build());
  }

  @Test
  void ofSeveralOutputsProbabilitiesArePreferredAndElseTheFirstThatDivides() {
    String two = "\"rows\":2,\"features\":[[1],[2]],\"result\":";
    assertThat(event(with(two + "{\"a\":[1,2,3],\"b\":[4,5],\"c\":[6,7]}")).rows().output(1, 0))
        .isEqualTo(5);
    assertThat(event(with(two + "{\"b\":[4,5],\"probabilities\":[0.1,0.9,0.4,0.6]}")).rows())
        .extracting(Rows::outputWidth, rows -> rows.label(0))
        .containsExactly(2, 1);
    assertThat(event(with(two + "{\"a\":[1,2,3]}")).rows().outputWidth()).isZero();
  }

  @Test
  void anOutputThatTheGatewayMayHaveCutIsNotKnown() {
    String cut = "0,".repeat(4095) + "0";
    assertThat(event(with("\"features\":[[1],[2]],\"result\":{\"a\":[" + cut + "]}")).rows())
        .extracting(Rows::count, Rows::outputWidth)
        .containsExactly(2, 0);
  }

  @Test
  void withoutFeaturesEachNumberIsARow() {
    assertThat(event(with("\"result\":{\"score\":[0.1,0.7,0.2]}")).rows())
        .extracting(Rows::count, Rows::width, rows -> rows.label(1))
        .containsExactly(3, 0, 1);
  }

  @Test
  void whatTheClientMayChooseIsCutAndNotRefused() {
    String model = "m".repeat(70_000);
    assertThat(event(with("\"model\":\"" + model + "\"")).model()).hasSize(512);
    assertThat(event(with("\"model\":\"\\ud800\"")).model()).isEqualTo("\uFFFD");
    assertThat(event(with("\"model\":\"\\ud83d\\ude00 é \\u0000\\n\"")).model())
        .isEqualTo("\uD83D\uDE00 é \u0000\n");
  }

  @Test
  void ofAChatTheTextIsWhatCameFromOutside() {
    String body =
        "{\\\"messages\\\":[{\\\"role\\\":\\\"system\\\",\\\"content\\\":\\\"You help.\\\"},"
            + "{\\\"role\\\":\\\"user\\\",\\\"content\\\":[{\\\"type\\\":\\\"text\\\",\\\"text\\\":\\\"Hello\\\"}]},"
            + "{\\\"role\\\":\\\"tool\\\",\\\"content\\\":\\\"A page\\\"}";
    String chat =
        "\"protocol\":\"openai\",\"operation\":\"chat\",\"input\":{\"bytes\":9,\"text\":\"";
    assertThat(event(with(chat + body + "]}\"}")).text()).isEqualTo("Hello\n\nA page");
    assertThat(event(with(chat + body + "\",\"cut\":true}")).text()).isEqualTo("Hello\n\nA page");
    assertThat(event(with(chat + "Hello\"}")).text()).isEqualTo("Hello");
    assertThat(event(with(chat + "{\\\"input\\\":[\\\"a\\\",\\\"b\\\"]}\"}")).text())
        .isEqualTo("a\n\nb");
  }

  @Test
  void agentsAndTokensAreRead() {
    Event event =
        event(
            with(
                "\"session\":\"s\",\"source\":\"partner-7\",\"tokens_in\":12,\"tokens_out\":34,"
                    + "\"tools\":[\"search\",\"send_mail\"]"));
    assertThat(event.session()).isEqualTo("s");
    assertThat(event.source()).isEqualTo("partner-7");
    assertThat(event.tokensIn()).isEqualTo(12);
    assertThat(event.tokensOut()).isEqualTo(34);
    assertThat(event.tools()).containsExactly("search", "send_mail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"v\":1",
        "{\"v\":1,}",
        "{\"v\":01}",
        "{\"v\":1.}",
        "{\"v\":+1}",
        "{'v':1}",
        "{\"v\":1,\"x\":\"\\x\"}",
        "{\"v\":1,\"x\":\"a\tb\"}",
        "{\"v\":1,\"x\":tru}",
        "{\"v\":1,\"x\":NaN}",
        "{\"v\":1} x",
        "{\"v\":1,\"id\":\"\\ud83\"}"
      })
  void whatIsNoJsonIsRefused(String line) {
    assertThat(reason(line)).isEqualTo(Reason.JSON);
  }

  @Test
  void textThatIsNoUtf8AndEndlessNestingAreRefused() {
    byte[] latin = with("\"model\":\"é\"").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(parser.parse(latin, 0, latin.length, () -> ""))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.JSON));
    assertThat(reason("{\"v\":1,\"x\":" + "[".repeat(500_000))).isEqualTo(Reason.JSON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":\"200\"|TYPE",
        "\"status\":2.5|TYPE",
        "\"client\":7|TYPE",
        "\"features\":[1,2]|TYPE",
        "\"features\":{}|TYPE",
        "\"features\":[[\"a\"]]|TYPE",
        "\"features\":[[1],[1,2]]|ROWS",
        "\"result\":[1]|TYPE",
        "\"result\":{\"a\":1}|TYPE",
        "\"gates\":{}|TYPE",
        "\"gates\":[1]|TYPE",
        "\"tools\":[1]|TYPE",
        "\"input\":7|TYPE",
        "\"ms\":\"fast\"|TYPE",
        "\"time\":\"yesterday\"|TIME",
        "\"time\":\"2026-02-30T00:00:00Z\"|TIME",
        "\"time\":\"2026-11-27T16:55:03\"|TIME",
        "\"time\":\"2026-11-28T00:00:00.001Z\"|CLOCK",
        "\"time\":null|MISSING",
        "\"id\":\"\"|MISSING",
        "\"v\":2|FORM"
      })
  void whatIsWrongIsNamed(String member, Reason reason) {
    String base = "{\"v\":1,\"time\":\"2026-11-27T16:55:03Z\",\"id\":\"e\",";
    assertThat(
            reason(
                member.startsWith("\"time\":null")
                    ? "{\"v\":1,\"id\":\"e\"}"
                    : base + member + "}"))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T16:55:03Z, 2026-11-27T16:55:03Z",
    "2026-11-27T16:55:03.1Z, 2026-11-27T16:55:03.100Z",
    "2026-11-27T16:55:03.123456789Z, 2026-11-27T16:55:03.123Z",
    "2026-11-27T16:55:03+01:30, 2026-11-27T15:25:03Z",
    "2026-11-27 16:55:03.5-08:00, 2026-11-28T00:55:03.500Z"
  })
  void timesAreReadAsRfc3339WritesThem(String text, Instant time) {
    assertThat(new Timestamps().millis(text)).isEqualTo(time.toEpochMilli());
  }

  @Test
  void linesOfRandomlyChangedBytesAreReadOrRefusedButNeverFail() {
    Random random = new Random(20261127);
    byte[] good = LINE.getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] line = good.clone();
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }
      Parsed parsed =
          parser.parse(line, random.nextInt(3), line.length - random.nextInt(3), () -> "");
      refused += parsed instanceof Refused ? 1 : 0;
    }
    assertThat(refused).isBetween(30_000, 50_000);
  }
}
