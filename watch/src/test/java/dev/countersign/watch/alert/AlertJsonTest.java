package dev.countersign.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AlertJsonTest {
  private static final String HOSTILE = "mallory\u001b[2J\u202e\u009b\n\ud83d\u2028 \"\\";

  @Test
  void anAlertIsOneLine() {
    assertThat(AlertJson.line(Alerts.extraction("83eeb38e")))
        .isEqualTo(
            "{\"v\":1,\"id\":\"1f0c6e5b9a7d4e23\",\"sequence\":2,\"severity\":\"high\","
                + "\"time\":\"2026-11-27T16:55:03.164Z\",\"since\":\"2026-11-27T16:41:40Z\","
                + "\"detector\":\"extraction\",\"threat\":\"model-extraction@fraud-gbt\","
                + "\"system\":\"card-fraud\",\"model\":\"fraud\",\"subject\":\"83eeb38e\","
                + "\"clients\":[\"83eeb38e\"],\"measures\":[{\"statistic\":\"novelty-64\","
                + "\"says\":\"its rows lie where no client's rows lie\","
                + "\"value\":5.386294361119891,\"share\":2.5E-5,"
                + "\"threshold\":{\"at\":4.0,\"scale\":1.0,\"rate\":1.0E-4}},"
                + "{\"statistic\":\"spread\",\"says\":\"Its rows cover the space evenly\","
                + "\"value\":0.9,\"threshold\":{\"at\":0.8,\"scale\":0.26666666666666666}}],"
                + "\"events\":[\"a1\",\"a2\"],"
                + "\"advice\":\"Throttle the client and ask its owner what it is doing\"}");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    for (String client : new String[] {"83eeb38e", "", "顧客 7", "a\tb\u202e\u0085😀"}) {
      Alert alert = Alerts.extraction(client);
      assertThat(AlertJson.read(AlertJson.line(alert))).isEqualTo(alert);
    }
  }

  @Test
  void noNameRepaintsATerminal() {
    String line = AlertJson.line(Alerts.extraction(HOSTILE));

    assertThat(line).contains("mallory\\u001B[2J\\u202e\\u009b\\n");
    assertThat(line.codePoints().filter(point -> point < ' ' || point > 0x7e)).isEmpty();
  }

  @Test
  void whatIsNoAlertIsRefused() {
    for (String wrong :
        new String[] {
          "", "[]", "{}", "{\"v\":2}", "{\"v\":1,\"id\":7}", "{\"v\":1,\"id\":\"a\"}"
        }) {
      assertThatThrownBy(() -> AlertJson.read(wrong)).isInstanceOf(MalformedAlert.class);
    }
    String right = AlertJson.line(Alerts.extraction("a"));
    assertThatThrownBy(() -> AlertJson.read(right.replace("\"high\"", "\"grave\"")))
        .hasMessageContaining("grave");
    assertThatThrownBy(() -> AlertJson.read(right.replace("2026-11-27T16:41:40Z", "yesterday")))
        .hasMessageContaining("yesterday");
  }

  @Test
  void theSchemaDescribesIt() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/schema/watch-alert-1.schema.json")));

    assertThat(schema.validate(AlertJson.line(Alerts.extraction(HOSTILE)), InputFormat.JSON))
        .isEmpty();
    assertThat(schema.validate("{\"v\":1,\"id\":\"a\"}", InputFormat.JSON)).isNotEmpty();
  }
}
