package dev.countersign.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import dev.countersign.model.edit.YamlValue.Pairs;
import dev.countersign.model.edit.YamlValue.Text;
import dev.countersign.model.language.KeyType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEditTest {
  private static final String MAIN =
      """
      countersign: 1
      include: [shared/actors.yaml]
      system: { id: demo, purpose: Shows edits. }   # main
      datasets:
        clicks: { origin: production-logs }   # from the shop
      """;

  private static final String ACTORS = "# everybody\nactors:\n  shopper: customer   # buys\n";

  @TempDir Path folder;
  private Path main = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    main = folder.resolve("countersign.yaml");
    Files.createDirectories(folder.resolve("shared"));
    Files.writeString(main, MAIN);
    Files.writeString(folder.resolve("shared/actors.yaml"), ACTORS);
  }

  @Test
  void aFactIsWrittenWhereItsElementStands() {
    ModelEdit edit = done(start().fact("shopper", "gains", new Text("free goods")));
    assertThat(edit.changes()).hasSize(1);
    assertThat(edit.changes().getFirst().name()).endsWith("shared/actors.yaml");
    assertThat(edit.changes().getFirst().after())
        .isEqualTo(
            "# everybody\nactors:\n  shopper: { trust: customer, gains: free goods }   # buys\n");
  }

  @Test
  void oneChangeBuildsOnAnotherAndNothingIsWritten() throws IOException {
    ModelEdit edit = done(start().fact("clicks", "writers", YamlValue.texts(List.of("shopper"))));
    edit = done(edit.fact("clicks", "labels.writers", new Text("none")));
    assertThat(edit.changes().getFirst().after())
        .contains(
            "clicks: { origin: production-logs, writers: [shopper], labels: { writers: none } } ");
    assertThat(edit.model().element("clicks").orElseThrow().refs("writers"))
        .containsExactly("shopper");
    assertThat(Files.readString(main)).isEqualTo(MAIN);
  }

  @Test
  void whatTheReaderRefusesIsNotDoneAndSaysWhatIsNear() {
    ModelEdit.Refused refused =
        refused(start().fact("clicks", "writers", YamlValue.texts(List.of("shoper"))));
    assertThat(refused.why() + refused.next()).contains("shoper", "Did you mean 'shopper'?");
    assertThat(refused(start().fact("clicks", "origin", new Text("logs"))).next())
        .isEqualTo("Did you mean 'production-logs'?");
    assertThat(refused(start().fact("clicks", "colour", new Text("red"))).why())
        .contains("unknown key 'colour'");
  }

  @Test
  void nobodyEditsWhatIsBuiltInOrAbsent() {
    assertThat(refused(start().fact("anyone", "gains", new Text("money"))).why())
        .isEqualTo("No file declares anyone.");
    assertThat(refused(start().fact("nobody", "gains", new Text("money"))).why())
        .isEqualTo("No file declares nobody.");
  }

  @Test
  void aThreatIsAnsweredAndAnsweredAnew() {
    YamlValue first = new Pairs(Map.of("control", new Text("pinning@clicks")));
    YamlValue second =
        new Pairs(Map.of("designed-out", new Pairs(Map.of("change", new Text("It is gone.")))));
    ModelEdit edit = done(start().resolution("data-poisoning@clicks", first));
    assertThat(edit.changes().getFirst().after())
        .endsWith("\n\nresolutions:\n  data-poisoning@clicks: { control: pinning@clicks }\n");
    edit = done(edit.resolution("data-poisoning@clicks", second));
    assertThat(edit.model().resolutions().get("data-poisoning@clicks"))
        .isInstanceOf(Resolution.DesignedOut.class);
  }

  @Test
  void anElementIsAdded() {
    YamlValue trust = new Pairs(Map.of("trust", new Text("staff")));
    ModelEdit edit = done(start().element(ElementKind.ACTOR, "clerk", trust));
    assertThat(edit.changes().getFirst().after())
        .isEqualTo(MAIN + "\nactors:\n  clerk: { trust: staff }\n");
    assertThat(refused(edit.element(ElementKind.ZONE, "clerk", trust)).why())
        .isEqualTo("There is already an element clerk.");
  }

  @Test
  void theByteOrderMarkStaysAndOtherEncodingsAreRefused() throws IOException {
    Files.writeString(main, "\uFEFF" + MAIN);
    ModelEdit edit = done(start().fact("clicks", "pinned", new Text("no")));
    assertThat(edit.changes().getFirst().after()).startsWith("\uFEFFcountersign: 1\n");
    Files.write(main, ("\uFEFF" + MAIN).getBytes(StandardCharsets.UTF_16LE));
    assertThat(refused(start().fact("clicks", "pinned", new Text("no"))).next())
        .isEqualTo("Save it as UTF-8.");
  }

  @Test
  void whoeverWritesCanSeeThatAFileHasChangedMeanwhile() throws IOException {
    ModelEdit edit = done(start().fact("clicks", "pinned", new Text("no")));
    assertThat(edit.changes().getFirst().current()).isTrue();
    Files.writeString(main, MAIN + "# later\n");
    assertThat(edit.changes().getFirst().current()).isFalse();
  }

  @Test
  void aFileThatChangedBetweenReadingAndEditingIsRefused() throws IOException {
    SystemModel read = ModelReader.read(main).model().orElseThrow();
    Files.writeString(main, MAIN.replace("production-logs", "scraped"));
    assertThat(refused(ModelEdit.of(read).fact("clicks", "pinned", new Text("no"))).why())
        .contains("more than was asked for");
  }

  @Test
  void whatPeopleWriteBecomesAValueOfTheKey() {
    KeyType refs = new KeyType.References(Set.of(ElementKind.ACTOR));
    assertThat(YamlValue.written(refs, " a,b , ")).isEqualTo(YamlValue.texts(List.of("a", "b")));
    assertThat(YamlValue.written(refs, "none")).isEqualTo(new Text("none"));
    assertThat(YamlValue.written(new KeyType.FreeText(), "a, b")).isEqualTo(new Text("a, b"));
    ModelEdit edit = done(start().fact("clicks", "pinned", new Text("yes")));
    assertThat(edit.model().element("clicks").orElseThrow().value("pinned"))
        .contains(new FactValue.Flag(true));
  }

  private ModelEdit start() {
    return ModelEdit.of(ModelReader.read(main).model().orElseThrow());
  }

  private static ModelEdit done(ModelEdit.Result result) {
    assertThat(result).isInstanceOf(ModelEdit.Done.class);
    return ((ModelEdit.Done) result).edit();
  }

  private static ModelEdit.Refused refused(ModelEdit.Result result) {
    assertThat(result).isInstanceOf(ModelEdit.Refused.class);
    return (ModelEdit.Refused) result;
  }
}
