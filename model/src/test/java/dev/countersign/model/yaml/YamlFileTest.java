package dev.countersign.model.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree that every YAML file is read into. */
class YamlFileTest {
  private final Problems problems = new Problems();

  @Test
  void entriesKeepTheOrderOfTheFile() {
    Mapping map = (Mapping) parse("b: 1\na: [x, y]\n");

    assertThat(map.entries()).extracting(entry -> entry.key().text()).containsExactly("b", "a");
    assertThat(map.get("a")).containsInstanceOf(Sequence.class);
    assertThat(map.get("c")).isEmpty();
  }

  @Test
  void everyNodeKnowsItsPlaceAndWhatToUnderline() {
    Mapping map = (Mapping) parse("ü: [ 支払い, 'b c' ]\n");
    Sequence list = (Sequence) map.get("ü").orElseThrow();

    assertThat(list.place()).isEqualTo(new Place("test.yaml", 1, 4));
    assertThat(list.span().length()).isEqualTo("[ 支払い, 'b c' ]".length());
    assertThat(list.items().getLast().place().column()).isEqualTo(11);
    assertThat(list.items().getLast().span().length()).isEqualTo("'b c'".length());
    assertThat(list.items().getLast().span().source()).isEqualTo("ü: [ 支払い, 'b c' ]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: |\n  text\n  more\n", "a: >-\r\n  text\r\n", "a:\n  b: 1\n  c: 2\n"})
  void aValueOverSeveralLinesIsUnderlinedToTheEndOfItsFirst(String text) {
    Span span = ((Mapping) parse(text)).get("a").orElseThrow().span();

    assertThat(span.place().column() + span.length() - 1).isEqualTo(span.source().length());
  }

  @ParameterizedTest
  @CsvSource({"a:, true", "a: ~, true", "a: null, true", "a: 'null', false", "a: '', false"})
  void nothingIsToldFromText(String text, boolean nothing) {
    Scalar value = (Scalar) ((Mapping) parse(text)).get("a").orElseThrow();

    assertThat(value.isNull()).isEqualTo(nothing);
  }

  @Test
  void noTypeIsGuessed() {
    Sequence list = (Sequence) parse("[no, 1.10, 0x1F, 2027-02-01, 12e3]");

    assertThat(list.items())
        .extracting(item -> ((Scalar) item).text())
        .containsExactly("no", "1.10", "0x1F", "2027-02-01", "12e3");
  }

  @Test
  void aRepeatedKeyIsAProblemButThereIsATree() {
    Mapping map = (Mapping) parse("a: 1\na: 2\n");

    assertThat(map.entries()).hasSize(1);
    assertThat(problems.sorted()).extracting(Problem::id).containsExactly("repeated-key");
  }

  @Test
  void anAliasWithinTheBoundOfDepthIsTheNodeItself() {
    Mapping map = (Mapping) parse("a: &x { b: c }\nd: *x\n");

    assertThat(map.get("d").orElseThrow()).isSameAs(map.get("a").orElseThrow());
  }

  @Test
  void aliasesCannotNestDeeperThanTheBound() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThat(YamlFile.parse("test.yaml", text.toString(), problems)).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::id).containsExactly("too-deep");
  }

  @Test
  void aMergeKeyIsAKeyLikeAnyOther() {
    Mapping map = (Mapping) parse("a: &a { b: 1 }\nc: { <<: *a }\n");

    assertThat(((Mapping) map.get("c").orElseThrow()).get("<<")).isPresent();
  }

  @Test
  void bytesThatAreNoTextArePlacedWhereTheyStand() {
    byte[] content = "a: 1\nü: x\n".getBytes(UTF_8);
    content[8] = (byte) 0xFF;
    assertThat(YamlFile.parse("test.yaml", content, problems)).isEmpty();
    assertThat(problems.sorted())
        .extracting(Problem::place)
        .containsExactly(new Place("test.yaml", 2, 3));
  }

  @Test
  void aPathIsShownAsAPersonWouldTypeIt() {
    assertThat(YamlFile.shownName(Path.of("a/../b/c.yaml").toAbsolutePath())).isEqualTo("b/c.yaml");
    assertThat(YamlFile.shownName(Path.of("./b/c.yaml"))).isEqualTo("b/c.yaml");
    assertThat(YamlFile.shownName(Path.of("../b/c.yaml"))).isEqualTo("../b/c.yaml");
    assertThat(YamlFile.shownName(Path.of("/somewhere/c.yaml"))).isEqualTo("/somewhere/c.yaml");
  }

  @Test
  void whatMayBeMeantIsSuggested() {
    List<String> words = List.of("production-logs", "partner", "public", "origin", "trained-on");

    assertThat(problems.suggest("logs", words)).contains("production-logs");
    assertThat(problems.suggest("patrner", words)).contains("partner");
    assertThat(problems.suggest("Trained_On", words)).contains("trained-on");
    assertThat(problems.suggest("pub", words)).contains("public");
    assertThat(problems.suggest("xyz", words)).isEmpty();
    assertThat(problems.suggest("on", words)).isEmpty();
    assertThat(problems.suggest("x".repeat(1000), words)).isEmpty();
  }

  private YamlNode parse(String text) {
    return YamlFile.parse("test.yaml", text, problems).orElseThrow();
  }
}
