package dev.countersign.runner.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.run.Progress;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>");
  private static final Set<String> VOID = Set.of("meta");

  @Test
  void whatWasSeenIsOnOnePage() {
    String html = summary(List.of(Alerts.extraction("83eeb38e"))).html();

    assertThat(html)
        .contains("Events from 1970-01-01 00:00:00 to 1970-01-01 00:01:40 UTC.")
        .contains("<dt>alerts, high</dt><dd>1</dd>")
        .contains("About one in 40,000 client-days of benign traffic looks like this.")
        .contains("<tr><td>83eeb38e</td><td class=\"tight\"><b class=\"high\">high</b></td>")
        .contains("aria-label=\"Scores of fraud over time\"")
        .contains("<title>1 high</title>");
    assertBalanced(html);
  }

  @Test
  void nothingIsAskedForFromElsewhere() {
    String html = summary(List.of(Alerts.hostile())).html();

    assertThat(html).contains("default-src 'none'").doesNotContain("http://", "https://", "src=");
  }

  @Test
  void noNameBecomesMarkup() {
    String html = summary(List.of(Alerts.hostile())).html();

    assertThat(html)
        .doesNotContain("<script", "\u202e", "\u001b")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertBalanced(html);
  }

  @Test
  void aRunWithoutEventsHasAPageToo() {
    String html = new Summary().html();

    assertThat(html).contains("No event was read.", "No detector raised an alert.");
    assertBalanced(html);
  }

  @Test
  void thePageStaysSmallHoweverManyIncidentsThereAre() {
    List<Alert> many = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      many.add(Alerts.extraction("i" + i, 1, Severity.MEDIUM, "client " + i));
    }
    many.add(Alerts.extraction("worst", 1, Severity.CRITICAL, "mallory"));
    String html = summary(many).html();

    assertThat(html).hasSizeLessThan(250_000).contains("And 2,901 more incidents");
    assertThat(html.indexOf("incident worst"))
        .isLessThan(html.indexOf("<b class=\"medium\"", html.indexOf("<h2>Incidents")));
  }

  private static Summary summary(List<Alert> alerts) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Rows rows = new Rows(1, new float[] {1}, new float[] {i / 100f});
      events.add(Event.at(i * 1000L, "e" + i).model("fraud").rows(rows).build());
    }
    Summary summary = new Summary();
    Map<String, Long> counts = Map.of(alerts.getFirst().severity().word(), 1L);
    summary.batch(
        events, alerts, new Progress(100, 1, 0, 0, 1, 0, 0, counts, 99_000, 10, "log.jsonl"));
    return summary;
  }

  /** Every element that begins ends, in the right order. */
  private static void assertBalanced(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      String name = tags.group(2);
      if (!tags.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(name);
      } else if (tags.group(3).isEmpty() && !VOID.contains(name)) {
        open.push(name);
      }
    }
    assertThat(open).isEmpty();
  }
}
