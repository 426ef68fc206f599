package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.loss.Prior;
import dev.countersign.report.words.Amounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page on losses says what the code does; {@code -Dcountersign.update=true} writes its tables.
 */
class LossPageTest {
  private static final Path PAGE = Path.of("../docs/loss.md");

  @Test
  void thePriorsAreThoseOfTheSimulation() throws IOException {
    String rows =
        Arrays.stream(Prior.values()).map(LossPageTest::row).collect(Collectors.joining());
    assertHolds(
        "priors",
        "| what | 5th percentile | 95th | shape | source |\n|---|---|---|---|---|\n" + rows);
  }

  @Test
  void theExampleIsWhatCheckPrints() throws IOException {
    JsonNode check =
        new JsonMapper()
            .readTree(Run.of("check", "--format", "json", "../examples/card-fraud").out());
    JsonNode losses = check.path("losses");
    StringBuilder text =
        new StringBuilder("| | 5 % | median | 95 % | average |\n|---|---|---|---|---|\n");
    for (JsonNode threat : check.path("threats")) {
      if (threat.has("loss")) {
        String state = threat.path("resolution").path("state").stringValue();
        text.append(row(threat.path("id").stringValue() + "`, " + state, threat.path("loss")));
      }
    }
    text.append(row("system`", losses.path("system").path(0)).replace("`", ""));
    for (JsonNode saving : losses.path("savings")) {
      String control = saving.path("control").stringValue();
      text.append(row(control + "` would save", saving.path("saves")));
    }
    text.append("\nWhat went into `evasion@fraud-gbt`:\n\n");
    for (JsonNode threat : losses.path("inputs")) {
      if (threat.path("threat").stringValue().equals("evasion@fraud-gbt")) {
        threat.path("inputs").forEach(input -> text.append("- ").append(said(input)).append('\n'));
      }
    }
    assertHolds("example", text.toString());
  }

  private static String said(JsonNode input) {
    return input.stringValue().replace("../examples/", "examples/");
  }

  private static String row(Prior prior) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            prior.meaning(),
            plain(prior.low()),
            plain(prior.high()),
            prior.shape().word(),
            prior.source().words());
  }

  private static String row(String what, JsonNode range) {
    String currency = range.path("currency").stringValue();
    return "| `%s | %s | %s | %s | %s |\n"
        .formatted(
            what,
            Amounts.of(range.path("p5").doubleValue(), currency),
            Amounts.of(range.path("p50").doubleValue(), currency),
            Amounts.of(range.path("p95").doubleValue(), currency),
            Amounts.of(range.path("mean").doubleValue(), currency))
        .replace('\u00a0', ' ');
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The part of the page between the marks of that name is exactly this. */
  private static void assertHolds(String name, String generated) throws IOException {
    String start = "<!-- " + name + ": written by LossPageTest -->\n";
    String end = "<!-- end of " + name + " -->";
    String page = Files.readString(PAGE);
    int from = page.indexOf(start);
    int to = page.indexOf(end);
    assertThat(from).as("the mark of %s in %s", name, PAGE).isPositive().isLessThan(to);
    String expected = page.substring(0, from + start.length()) + generated + page.substring(to);
    if (Boolean.getBoolean("countersign.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("%s; run again with -Dcountersign.update=true and read the difference", PAGE)
        .isEqualTo(expected);
  }
}
