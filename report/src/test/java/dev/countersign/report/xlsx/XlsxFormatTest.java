package dev.countersign.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFormatTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());
  private static final Path HOSTILE = Path.of("src/test/resources/hostile/countersign.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void readsAsItDid(String example) throws IOException {
    byte[] book = bytes(Systems.checked(Systems.example(example)));
    Golden.assertMatches("xlsx/" + example + ".txt", Transcript.of(book));
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void hasARowForEachThreatQuestionAndFindingOfEverySystem(Path file) throws IOException {
    Checked checked = Systems.checked(file);
    try (ReadableWorkbook book = open(bytes(checked))) {
      assertThat(rows(book, "Threats")).hasSize(checked.assessment().threats().size() + 1);
      assertThat(rows(book, "Questions")).hasSize(checked.assessment().questions().size() + 1);
      assertThat(rows(book, "Findings")).hasSize(checked.assessment().findings().size() + 1);
    }
  }

  @Test
  void daysAreDays() throws IOException {
    try (ReadableWorkbook book = open(bytes(CardFraud.checked()))) {
      List<Row> rows = rows(book, "Threats");
      int until = headings(rows).indexOf("Due or until");
      Row extraction = rows.get(3);
      assertThat(extraction.getCellText(0)).isEqualTo("model-extraction@fraud-gbt");
      assertThat(extraction.getCellAsDate(until).orElseThrow().toLocalDate())
          .isEqualTo(LocalDate.of(2027, 1, 15));
    }
  }

  @Test
  void headingsStayInSightAndCanBeFiltered() throws IOException {
    String register = part(bytes(CardFraud.checked()), "xl/worksheets/sheet1.xml");
    assertThat(register)
        .contains("state=\"frozen\"", "<autoFilter ref=\"A1:AB7\"", "orientation=\"landscape\"");
  }

  @Test
  void whateverTextSaysItIsNeverAFormula() throws IOException {
    try (ReadableWorkbook book = open(bytes(Systems.checked(HOSTILE)))) {
      for (Sheet sheet : book.getSheets().toList()) {
        for (Row row : sheet.read()) {
          assertThat(row.stream().filter(Objects::nonNull).map(Cell::getType))
              .doesNotContain(CellType.FORMULA, CellType.ERROR);
        }
      }
      assertThat(Transcript.of(bytes(Systems.checked(HOSTILE))))
          .contains("＝cmd|' /C calc'!A0")
          .doesNotContain("\u202e", "\u001b");
    }
  }

  @Test
  void excelsOwnEscapesAreShownAsWritten() {
    assertThat(CellText.of("_x003D_1")).isEqualTo("_x005F_x003D_1");
    assertThat(CellText.of("a_xb")).isEqualTo("a_xb");
  }

  @Test
  void aTextLongerThanACellIsCutAndSaysSo() {
    String cut = CellText.of("x".repeat(CellText.MOST + 1));
    assertThat(cut).hasSize(CellText.MOST).endsWith("(cut)");
    assertThat(CellText.of("x".repeat(CellText.MOST))).hasSize(CellText.MOST).endsWith("x");
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    byte[] book = bytes(CardFraud.checked());
    assertThat(bytes(CardFraud.checked())).isEqualTo(book);
    assertThat(part(book, "docProps/core.xml"))
        .contains(CardFraud.checked().assessment().asOf() + "T00:00:00Z</dcterms:created>");
  }

  private static String part(byte[] book, String name) throws IOException {
    byte[] content = Optional.ofNullable(PackageParts.of(book).get(name)).orElseThrow();
    return new String(content, StandardCharsets.UTF_8);
  }

  private static List<String> headings(List<Row> rows) {
    return rows.getFirst().stream().map(Cell::getText).toList();
  }

  private static List<Row> rows(ReadableWorkbook book, String sheet) throws IOException {
    return book.findSheet(sheet).orElseThrow().read();
  }

  private static ReadableWorkbook open(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(Checked checked) {
    return new XlsxFormat().render(Report.of(checked, TOOL)).getFirst().content();
  }
}
