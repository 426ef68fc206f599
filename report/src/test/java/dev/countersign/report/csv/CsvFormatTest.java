package dev.countersign.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());
  private static final Path HOSTILE = Path.of("src/test/resources/hostile/countersign.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void looksAsItDid(String example) {
    Golden.assertMatches(
        "csv/" + example + ".csv", text(Systems.checked(Systems.example(example))));
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void hasARowOfFullLengthForEachThreatOfEverySystem(Path file) throws IOException {
    Checked checked = Systems.checked(file);
    List<CSVRecord> rows = rows(checked);
    assertThat(rows).hasSameSizeAs(checked.assessment().threats());
    assertThat(rows).allMatch(CSVRecord::isConsistent);
  }

  @Test
  void saysWhoOwesWhatUntilWhen() throws IOException {
    CSVRecord plan = row(rows(CardFraud.checked()), "model-extraction@fraud-gbt");
    assertThat(plan.get("state")).isEqualTo("planned");
    assertThat(plan.get("owner")).isEqualTo("platform");
    assertThat(plan.get("until")).isEqualTo("2027-01-15");
    assertThat(plan.get("record")).isEqualTo("RISK-204");
    assertThat(plan.get("path")).isEqualTo("cardholder > scoring-api > fraud-gbt");
  }

  @Test
  void noCellOfAHostileModelStartsAFormula() throws IOException {
    for (CSVRecord row : rows(Systems.checked(HOSTILE))) {
      assertThat(row.values()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n\\uFF1D].*"));
    }
    assertThat(text(Systems.checked(HOSTILE))).contains("'＝cmd|", "'@org/admins");
  }

  @Test
  void noCellOfAHostileModelHoldsAControl() throws IOException {
    for (CSVRecord row : rows(Systems.checked(HOSTILE))) {
      assertThat(row.values()).noneMatch(cell -> cell.matches("(?s).*[\\p{Cntrl}\\p{Cf}].*"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "=1+1 ~ '=1+1",
        "+1 ~ '+1",
        "-2+3 ~ '-2+3",
        "@SUM(A1) ~ '@SUM(A1)",
        "`  =1` ~ `'  =1`",
        "\"=1 ~ '\"=1",
        "a; =1 ~ a;' =1",
        "a = b; c-d ~ a = b; c-d",
        "model-signing@fraud-gbt ~ model-signing@fraud-gbt"
      })
  void anApostropheStandsBeforeWhatWouldRun(String text, String safe) {
    assertThat(FormulaGuard.text(text)).isEqualTo(safe);
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    assertThat(text(CardFraud.checked())).isEqualTo(text(CardFraud.checked()));
  }

  private static CSVRecord row(List<CSVRecord> rows, String id) {
    return rows.stream().filter(row -> row.get("id").equals(id)).findFirst().orElseThrow();
  }

  private static List<CSVRecord> rows(Checked checked) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text(checked), format)) {
      return parser.getRecords();
    }
  }

  private static String text(Checked checked) {
    return new String(
        new CsvFormat().render(Report.of(checked, TOOL)).getFirst().content(),
        StandardCharsets.UTF_8);
  }
}
