package dev.countersign.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading a small map key by key. */
class MapReaderTest {
  private final Problems problems = new Problems();

  @Test
  void readsValuesByKind() {
    MapReader map = read("{ name: a, since: 2027-02-01, on: yes, kind: b, many: [x, y], one: x }");

    assertThat(map.required("name", "its name").text("name")).contains("a");
    assertThat(map.date("since")).contains(LocalDate.of(2027, 2, 1));
    assertThat(map.flag("on")).contains(true);
    assertThat(map.word("kind", List.of("a", "b"))).contains("b");
    assertThat(map.texts("many")).containsExactly("x", "y");
    assertThat(map.texts("one")).containsExactly("x");
    assertThat(map.text("absent")).isEmpty();
    map.done();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void reportsWhatIsWrongAndReadsItAsAbsent() {
    MapReader map =
        read("{ name: [a], since: 2027-13-01, on: maybe, kind: c, many: [[x]], text: }");

    assertThat(map.text("name")).isEmpty();
    assertThat(map.date("since")).isEmpty();
    assertThat(map.flag("on")).isEmpty();
    assertThat(map.word("kind", List.of("a", "b"))).isEmpty();
    assertThat(map.texts("many")).isEmpty();
    assertThat(map.text("text")).isEmpty();
    assertThat(ids())
        .containsExactly(
            "wrong-shape", "bad-value", "bad-value", "unknown-word", "wrong-shape", "wrong-shape");
  }

  @Test
  void reportsKeysThatNobodyAskedForAndThoseThatAreMissing() {
    MapReader map = read("{ nmae: a }");

    assertThat(map.required("name", "its name").text("name")).isEmpty();
    map.done();
    assertThat(ids()).containsExactly("missing-key", "unknown-key");
    assertThat(problems.sorted().getLast().next()).isEqualTo("Did you mean 'name'?");
  }

  @Test
  void whatIsNoMapIsReportedOnceAndReadAsEmpty() {
    MapReader map = read("[a]");

    assertThat(map.text("name")).isEmpty();
    map.done();
    assertThat(ids()).containsExactly("wrong-shape");
  }

  private MapReader read(String text) {
    YamlNode node = YamlFile.parse("test.yaml", text, problems).orElseThrow();
    return MapReader.of(node, "a thing", problems);
  }

  private List<String> ids() {
    return problems.sorted().stream().map(Problem::id).toList();
  }
}
