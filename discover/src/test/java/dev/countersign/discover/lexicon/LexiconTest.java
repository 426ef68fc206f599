package dev.countersign.discover.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.ElementKind;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the data says is said in words of the language. */
class LexiconTest {
  @Test
  void tasksAreWordsOfTheLanguage() {
    Resource models = Resource.of("models.yaml");
    List<String> tasks = new ArrayList<>(models.words("classes").values());
    models.list("families").forEach(line -> tasks.add(line.text("task")));
    models.list("hosted").forEach(line -> tasks.add(line.text("task")));
    tasks.addAll(CallWords.ESTIMATORS.values());

    assertThat(words(ElementKind.MODEL, "task")).containsAll(tasks);
  }

  @Test
  void formatsLoadersEffectsAndOriginsAreWordsOfTheLanguage() {
    List<CallWord> calls = new ArrayList<>();
    List.of(CallWords.HUB, CallWords.LOADS, CallWords.SAVES)
        .forEach(all -> calls.addAll(all.values()));

    assertThat(words(ElementKind.MODEL, "format")).containsAll(said(calls, CallWord::format));
    assertThat(words(ElementKind.MODEL, "loader")).containsAll(said(calls, CallWord::loader));
    List<CallWord> tools = List.copyOf(CallWords.TOOLS.values());
    assertThat(words(ElementKind.TOOL, "effect")).containsAll(said(tools, CallWord::effect));
    assertThat(words(ElementKind.TOOL, "origin")).containsAll(said(tools, CallWord::origin));
  }

  @Test
  void artefactsStoresAndServersAreWordsOfTheLanguage() {
    Resource.of("artefacts.yaml")
        .lines("models")
        .forEach((ending, line) -> {
          assertThat(words(ElementKind.MODEL, "format")).as(ending).contains(line.text("format"));
          assertThat(Artefacts.model(ending)).isPresent();
        });
    Resource.of("images.yaml")
        .lines("stores")
        .forEach((image, line) ->
            assertThat(words(ElementKind.STORE, "type")).as(image).contains(line.text("type")));
    for (String section : List.of("packages", "addresses")) {
      for (Map.Entry<String, Resource.Line> line :
          Resource.of("mcp.yaml").lines(section).entrySet()) {
        String origin = line.getValue().text("origin");
        assertThat(words(ElementKind.MCP_SERVER, "origin").contains(origin) || origin.isEmpty())
            .as(line.getKey())
            .isTrue();
      }
    }
  }

  @Test
  void everyLibraryIsFoundByItsName() {
    for (Ecosystem ecosystem : Ecosystem.values()) {
      Resource.of("libraries.yaml")
          .lines(ecosystem.section())
          .forEach((name, line) ->
              assertThat(Libraries.of(ecosystem).named(name))
                  .as(name)
                  .hasValueSatisfying(found -> assertThat(found.kind()).isNotEmpty()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, OpenAI",
    "openai:gpt-4o-mini, OpenAI",
    "openai/gpt-4.1, OpenAI",
    "claude-3-5-sonnet-20241022, Anthropic",
    "anthropic.claude-3-haiku-20240307-v1:0, Amazon Bedrock",
    "gemini-2.0-flash, Google",
    "text-embedding-3-small, OpenAI"
  })
  void namesOfHostedModelsTellTheirHost(String name, String supplier) {
    assertThat(ModelNames.hosted(name)).map(ModelNames.Hosted::supplier).contains(supplier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-researcher",
        "openai/gpt-oss-20b",
        "o1abc",
        "claude-code",
        "sonarqube",
        "gpt-4o is good",
        "",
        "/",
        ":",
        "a:"
      })
  void otherNamesAreNone(String name) {
    assertThat(ModelNames.hosted(name)).isEmpty();
  }

  @Test
  void modulesBelongToTheLibraryWithTheLongestName() {
    Libraries python = Libraries.of(Ecosystem.PYTHON);

    assertThat(python.module("google.genai.types")).map(Library::product).contains("Google");
    assertThat(python.module("sklearn.svm")).map(Library::name).contains("scikit-learn");
    assertThat(python.module("googleish")).isEmpty();
    assertThat(Libraries.of(Ecosystem.NPM).module("@ai-sdk/openai/internal")).isPresent();
    assertThat(python.named("Scikit_Learn")).isPresent();
  }

  private static List<String> said(
      List<CallWord> calls, java.util.function.Function<CallWord, String> part) {
    return calls.stream().map(part).filter(word -> !word.isEmpty()).distinct().toList();
  }

  private static List<String> words(ElementKind kind, String key) {
    KeyType type = Vocabulary.of(kind).key(key).orElseThrow().type();
    return switch (type) {
      case KeyType.OneOf(List<Vocable> words) -> words.stream().map(Vocable::word).toList();
      case KeyType.AnyOf(List<Vocable> words) -> words.stream().map(Vocable::word).toList();
      default -> List.of();
    };
  }
}
