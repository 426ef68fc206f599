package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.edit.ModelEdit;
import dev.countersign.model.edit.YamlValue;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random systems in random style, random facts: only that fact differs, and nothing is lost. */
class EditPropertiesTest {
  private static final int SYSTEMS = 40;
  private static final int FACTS = 6;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void onlyTheFactDiffersAndEveryCommentSurvivesInItsPlace(String newline) throws IOException {
    for (int seed = 0; seed < SYSTEMS; seed++) {
      Random random = new Random(seed);
      String text = commented(YamlText.shuffled(RandomSystem.of(seed), random), random);
      Path file = Files.writeString(folder.resolve("c.yaml"), text.replace("\n", newline));
      ModelEdit edit = ModelEdit.of(TestFiles.model(file));
      for (int i = 0; i < FACTS; i++) {
        edit = edited(edit, random, "system " + seed + ", fact " + i);
      }
      String after = edit.changes().getFirst().after();
      assertThat(comments(after)).as("system %d", seed).isEqualTo(comments(text));
      assertThat(after.replace(newline, "")).doesNotContain("\n", "\r");
      Files.writeString(file, after);
      assertThat(facts(TestFiles.model(file))).isEqualTo(facts(edit.model()));
    }
  }

  private static ModelEdit edited(ModelEdit before, Random random, String what) {
    Element element =
        any(
            before.model().elements().values().stream()
                .filter(it -> !it.id().equals("anyone"))
                .toList(),
            random);
    Key key = any(Vocabulary.of(element.kind()).keys(), random);
    ModelEdit.Result result = before.fact(element.id(), key.name(), value(key.type(), random));
    assertThat(result)
        .as("%s: %s of %s", what, key.name(), element)
        .isInstanceOf(ModelEdit.Done.class);
    ModelEdit after = ((ModelEdit.Done) result).edit();
    Map<String, FactValue> wanted = facts(before.model());
    String name = element.id() + "." + key.name();
    wanted.put(
        name, after.model().element(element.id()).orElseThrow().value(key.name()).orElseThrow());
    assertThat(facts(after.model())).as(what).isEqualTo(wanted);
    return after;
  }

  private static YamlValue value(KeyType type, Random random) {
    return YamlValue.written(
        type,
        switch (type) {
          case KeyType.OneOf(var words) -> any(words, random).word();
          case KeyType.AnyOf(var words) -> any(words, random).word();
          case KeyType.Trust trust -> any(List.of(TrustLevel.values()), random).word();
          case KeyType.YesNo yesNo -> random.nextBoolean() ? "yes" : "no";
          case KeyType.FreeText text -> any(List.of("plain", "a: b # c", "it's, [so]"), random);
          case KeyType.Reference(var kinds) -> any(List.copyOf(kinds), random).word() + "-0";
          case KeyType.References(var kinds) ->
              random.nextInt(3) == 0 ? "none" : any(List.copyOf(kinds), random).word() + "-1";
          case KeyType.Date date -> "2027-03-04";
          case KeyType.Frequency rate -> "3/week";
          case KeyType.Amount money -> "20..90 EUR";
          case KeyType.Number number -> "7";
          case KeyType.Files files -> "data/*.csv";
        });
  }

  /** Comments behind lines as well, each different. */
  private static String commented(String text, Random random) {
    StringBuilder commented = new StringBuilder();
    int number = 0;
    for (String line : text.split("\n")) {
      boolean more = random.nextInt(3) == 0 && !line.contains("#");
      commented.append(line).append(more ? "   # note " + number++ : "").append('\n');
    }
    return commented.toString();
  }

  private static List<String> comments(String text) {
    List<String> comments = new ArrayList<>();
    for (String line : text.split("\r?\n")) {
      int at = line.indexOf("# note");
      int whole = line.strip().startsWith("# ") ? line.indexOf('#') : -1;
      if (at >= 0 || whole >= 0) {
        comments.add(line.substring(Math.max(at, whole)));
      }
    }
    return comments;
  }

  private static Map<String, FactValue> facts(SystemModel model) {
    Map<String, FactValue> facts = new HashMap<>();
    model
        .elements()
        .values()
        .forEach(element ->
            element
                .facts()
                .forEach((key, fact) -> facts.put(element.id() + "." + key, fact.value())));
    return facts;
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
