package dev.countersign.discover.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.ElementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdBookTest {
  @ParameterizedTest
  @CsvSource({
    "TavilySearch, tavily-search",
    "gpt-4o, gpt-4o",
    "all-MiniLM-L6-v2, all-minilm-l6-v2",
    "PythonREPLTool, python-repl-tool",
    "get_weather, get-weather",
    "-- a  b --, a-b",
    "été, t",
    "gpt-5.2, gpt-5.2"
  })
  void aNameBecomesTheNearestId(String name, String id) {
    assertThat(IdBook.of(name)).isEqualTo(id);
  }

  @Test
  void noIdIsGivenTwice() {
    IdBook book = new IdBook();

    assertThat(book.give("fraud", ElementKind.MODEL)).isEqualTo("fraud");
    assertThat(book.give("fraud", ElementKind.COMPONENT)).isEqualTo("fraud-component");
    assertThat(book.give("fraud", ElementKind.COMPONENT)).isNotIn("fraud", "fraud-component");
    assertThat(book.give("anyone", ElementKind.MODEL)).isEqualTo("anyone-model");
    assertThat(book.give("日本", ElementKind.MODEL)).isEqualTo("model");
  }
}
