package dev.countersign.runner.sink.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.Alerts;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecurityEventsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Alert ALERT = Alerts.extraction("83eeb38e");
  private static final Alert HOSTILE = Alerts.hostile();

  @Test
  void ocsfIsADetectionFinding() {
    assertThat(pretty(new OcsfFormat().write(ALERT)))
        .isEqualTo(
            """
            {
              "category_uid" : 2,
              "category_name" : "Findings",
              "class_uid" : 2004,
              "class_name" : "Detection Finding",
              "activity_id" : 2,
              "activity_name" : "Update",
              "type_uid" : 200402,
              "severity_id" : 4,
              "severity" : "High",
              "is_alert" : true,
              "status_id" : 1,
              "status" : "New",
              "time" : 1795798503164,
              "start_time" : 1795797700000,
              "end_time" : 1795798503164,
              "message" : "model-extraction@fraud-gbt: client 83eeb38e of fraud. Its rows lie where no client's rows lie. About one in 40,000 client-days of benign traffic looks like this.",
              "metadata" : {
                "version" : "1.5.0",
                "uid" : "1f0c6e5b9a7d4e23-2",
                "correlation_uid" : "1f0c6e5b9a7d4e23",
                "sequence" : 2,
                "product" : {
                  "name" : "countersign watch",
                  "vendor_name" : "Countersign"
                }
              },
              "finding_info" : {
                "uid" : "1f0c6e5b9a7d4e23",
                "title" : "model-extraction@fraud-gbt: client 83eeb38e of fraud",
                "desc" : "Its rows lie where no client's rows lie. About one in 40,000 client-days of benign traffic looks like this.",
                "created_time" : 1795797700000,
                "first_seen_time" : 1795797700000,
                "last_seen_time" : 1795798503164,
                "modified_time" : 1795798503164,
                "types" : [ "model-extraction" ],
                "analytic" : {
                  "uid" : "extraction",
                  "name" : "extraction",
                  "type_id" : 3,
                  "type" : "Statistical"
                },
                "related_events" : [ {
                  "uid" : "a1"
                }, {
                  "uid" : "a2"
                } ]
              },
              "resources" : [ {
                "name" : "fraud",
                "uid" : "fraud",
                "type" : "Machine learning model",
                "namespace" : "card-fraud"
              } ],
              "evidences" : [ {
                "name" : "client",
                "user" : {
                  "uid" : "83eeb38e",
                  "type_id" : 0
                }
              } ],
              "anomaly_analyses" : [ {
                "analysis_targets" : [ {
                  "name" : "83eeb38e"
                } ],
                "anomalies" : [ {
                  "observation_parameter" : "novelty-64",
                  "observations" : [ {
                    "value" : "5.386294361119891"
                  } ],
                  "observed_pattern" : "its rows lie where no client's rows lie"
                } ],
                "baselines" : [ {
                  "observation_parameter" : "novelty-64",
                  "observations" : [ {
                    "value" : "4.0"
                  } ],
                  "observed_pattern" : "Reached by about one in 10,000 client-days."
                } ]
              } ],
              "remediation" : {
                "desc" : "Throttle the client and ask its owner what it is doing."
              },
              "unmapped" : {
                "threat" : "model-extraction@fraud-gbt",
                "system" : "card-fraud"
              }
            }\
            """);
  }

  @Test
  void ocsfSeveritiesBeginAtLow() {
    List<Integer> ids = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      JsonNode json =
          JSON.readTree(new OcsfFormat().write(Alerts.extraction("i", 1, severity, "c")));
      ids.add(json.path("severity_id").asInt());
      assertThat(json.path("type_uid").asInt()).isEqualTo(200_401);
    }

    assertThat(ids).containsExactly(2, 3, 4, 5);
  }

  @Test
  void ecsIsAnAlert() {
    JsonNode json = JSON.readTree(new EcsFormat().write(ALERT));

    assertThat(json.path("@timestamp").asString()).isEqualTo("2026-11-27T16:55:03.164Z");
    assertThat(json.path("event").toString())
        .isEqualTo(
            "{\"kind\":\"alert\",\"category\":[\"intrusion_detection\"],\"type\":[\"info\"],"
                + "\"action\":\"incident-more-severe\",\"code\":\"1f0c6e5b9a7d4e23\","
                + "\"id\":\"1f0c6e5b9a7d4e23-2\",\"sequence\":2,\"severity\":8,"
                + "\"start\":\"2026-11-27T16:41:40Z\",\"end\":\"2026-11-27T16:55:03.164Z\","
                + "\"provider\":\"countersign\",\"module\":\"countersign\","
                + "\"dataset\":\"countersign.watch\","
                + "\"reason\":\"Its rows lie where no client's rows lie.\"}");
    assertThat(json.path("rule").toString())
        .isEqualTo(
            "{\"id\":\"extraction\",\"name\":\"extraction\",\"category\":\"model-extraction\"}");
    assertThat(json.at("/client/user/id").asString()).isEqualTo("83eeb38e");
    assertThat(json.at("/related/user").toString()).isEqualTo("[\"83eeb38e\"]");
    assertThat(json.at("/Countersign/Alert")).isEqualTo(AlertJson.write(ALERT));
  }

  @Test
  void cefIsALineOfHeaderAndPairs() {
    assertThat(new CefFormat().write(ALERT))
        .isEqualTo(
            "CEF:0|Countersign|countersign watch|1|extraction|model-extraction@fraud-gbt|8|"
                + "rt=1795798503164 start=1795797700000 end=1795798503164"
                + " externalId=1f0c6e5b9a7d4e23-2 cat=model-extraction suid=83eeb38e"
                + " msg=Its rows lie where no client's rows lie. About one in 40,000 client-days of"
                + " benign traffic looks like this."
                + " cs1Label=system cs1=card-fraud cs2Label=model cs2=fraud"
                + " cs3Label=incident cs3=1f0c6e5b9a7d4e23 cs4Label=events cs4=a1, a2"
                + " cs5Label=measured cs5=novelty-64 5.386 (from 4.000)"
                + " cs6Label=advice cs6=Throttle the client and ask its owner what it is doing.");
  }

  @Test
  void noNameEndsAFieldOfCef() {
    String cef = new CefFormat().write(HOSTILE);
    Matcher header = Pattern.compile("CEF:0(\\|(?:[^\\\\|]|\\\\[\\\\|])*){6}\\|(.*)").matcher(cef);

    assertThat(header.matches()).isTrue();
    assertThat(header.group(2)).startsWith("rt=");
    // Every equals sign that is not escaped ends one of the keys.
    Matcher keys = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*=").matcher(header.group(2));
    assertThat(keys.results().count())
        .isEqualTo(
            Pattern.compile("(^| )(rt|start|end|externalId|cat|suid|msg|cs[1-6](Label)?)=")
                .matcher(header.group(2))
                .results()
                .count());
    assertThat(cef.codePoints()).noneMatch(point -> point < ' ' || point == 0x202e);
  }

  @Test
  void syslogHasTheHeaderOfItsStandardAndJsonInAscii() {
    String message = new SyslogFormat("scorer-1").write(HOSTILE);

    assertThat(message)
        .startsWith(
            "<85>1 2026-11-27T16:55:03.164Z scorer-1 countersign-watch - campaign - @cee: {");
    assertThat(message.codePoints()).allMatch(point -> point >= ' ' && point < 0x7f);
    assertThat(JSON.readTree(message.substring(message.indexOf('{'))))
        .isEqualTo(AlertJson.write(HOSTILE));
  }

  @Test
  void aNameThatIsNoneIsTheSignForThat() {
    assertThat(new SyslogFormat(" \u202e").header(ALERT))
        .isEqualTo("<83>1 2026-11-27T16:55:03.164Z - countersign-watch - extraction - ");
  }

  @Test
  void noFormatShowsWhatRepaintsATerminal() {
    for (AlertFormat format :
        List.of(
            new JsonlFormat(),
            new OcsfFormat(),
            new EcsFormat(),
            new CefFormat(),
            new SyslogFormat("h"))) {
      assertThat(format.write(HOSTILE))
          .as(format.word())
          .doesNotContain("\n", "\u001b", "\u202e", "\u009b", "\u2028");
    }
  }

  private static String pretty(String json) {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(JSON.readTree(json))
        .replace("\r", "");
  }
}
