package dev.countersign.provenance.croissant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.Column;
import dev.countersign.provenance.ColumnType;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Labels;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Source;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CroissantTest {
  private static final String[] WORDS = {
    "card", "fraud \"x\"", "日本 ü", "a\\b", "😀", "rai:x", "@id"
  };

  /** What Croissant has a place for comes back as it was said, for datasets at random. */
  @Test
  void whatWasWrittenIsRead() throws MalformedMetadata {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Manifest manifest = manifest(random);
      Description said = description(random);
      Croissant read = read(DatasetStatement.inline(manifest, said), manifest);
      assertThat(read.name()).isEqualTo(manifest.dataset());
      assertThat(read.files())
          .extracting(Croissant.FileObject::id)
          .containsExactlyElementsOf(manifest.entries().stream().map(Entry::name).toList());
      CroissantCheck check = CroissantCheck.of(read, manifest);
      assertThat(check.matched()).hasSameSizeAs(manifest.entries());
      assertThat(check.different()).isEmpty();
      Description understood = CroissantFacts.of(read);
      assertThat(understood.licence()).isEqualTo(said.licence());
      assertThat(understood.collection()).isEqualTo(said.collection());
      assertThat(understood.labels().map(Labels::how)).isEqualTo(said.labels().map(Labels::how));
      assertThat(understood.sources().getFirst().uri()).isEqualTo(said.sources().getFirst().uri());
      assertThat(read.notes()).isEmpty();
    }
  }

  @Test
  void tablesHaveTheirColumns() throws MalformedMetadata {
    Column column = new Column("amount", ColumnType.NUMBER, OptionalLong.of(0));
    Table table = new Table.Read(TableFormat.CSV, 3, List.of(column), List.of());
    Manifest manifest =
        Manifest.of("d", List.of(Entry.of("a.csv", 3, Sha256.of(new byte[3])).with(table)));
    Croissant read = read(DatasetStatement.inline(manifest, Description.NONE), manifest);
    assertThat(read.recordSets())
        .singleElement()
        .satisfies(set -> assertThat(set.fields()).containsExactly("rows of a.csv/amount"));
  }

  @Test
  void otherBytesThanPromisedAreTold() throws MalformedMetadata {
    Manifest promised = Manifest.of("d", List.of(Entry.of("a", 3, Sha256.of(new byte[3]))));
    Manifest found = Manifest.of("d", List.of(Entry.of("a", 4, Sha256.of(new byte[4]))));
    Croissant read = read(DatasetStatement.inline(promised, Description.NONE), promised);
    assertThat(CroissantCheck.of(read, found).different())
        .singleElement()
        .asString()
        .contains("a has the SHA-256 " + Sha256.of(new byte[4]));
  }

  @Test
  void whatIsNoCroissantIsRefusedInWords() {
    refused("{}", "@type is not sc:Dataset");
    refused("{\"@type\":\"sc:Dataset\"}", "no name");
    refused("[]", "");
    refused("{\"@type\":\"sc:Dataset\",\"name\":\"x\",\"name\":\"y\"}", "name");
    refused("{\"@type\":" + "[".repeat(5000), "");
  }

  @Test
  void aContextThatTurnsInACircleEnds() throws MalformedMetadata {
    String json =
        """
        {"@context": {"a": "b:x", "b": "a:y", "c": "c", "sc": "https://schema.org/"},
         "@type": "sc:Dataset", "name": "x", "a": 1, "b": 2, "c": 3, "a:b:c": 4}
        """;
    assertThat(CroissantReader.read(json.getBytes(UTF_8)).name()).isEqualTo("x");
  }

  private static void refused(String json, String why) {
    assertThatThrownBy(() -> CroissantReader.read(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedMetadata.class)
        .hasMessageContaining(why);
  }

  private static Croissant read(DatasetStatement statement, Manifest manifest)
      throws MalformedMetadata {
    return CroissantReader.read(StrictJson.pretty(CroissantWriter.write(statement, manifest)));
  }

  private static Manifest manifest(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      byte[] content = new byte[random.nextInt(9)];
      String name = "data/" + word(random).replace('\\', '_') + i + ".csv";
      entries.add(Entry.of(name, content.length, Sha256.of(content)));
    }
    return Manifest.of(word(random), entries);
  }

  private static Description description(Random random) {
    return new Description(
        List.of(new Source("s", some(random, "https://bank.example/data"), "")),
        some(random, word(random)),
        List.of(),
        some(random, word(random)).map(how -> new Labels(how, List.of(word(random)))),
        some(random, "CC-BY-4.0"),
        some(random, "personal"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Optional<String> some(Random random, String text) {
    return random.nextBoolean() ? Optional.of(text) : Optional.empty();
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
