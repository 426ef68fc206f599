package dev.countersign.knowledge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
  private static final String GOOD =
      """
      {
        "catalogue": 1, "id": "a", "title": "A", "edition": "1", "publisher": "P", "licence": "L",
        "source": "S", "attribution": "P", "imported": "2026-11-22", "change": "none", "prefix": "A:",
        "files": [{"name": "a.yaml", "sha256": "00"}],
        "counts": {"risk": 1},
        "entries": [
          {"id": "A:1", "kind": "risk", "title": "One", "attributes": {"x": ["y"]}, "text": ["T"],
           "links": [{"kind": "maps-to", "to": "B:1", "authority": "P", "status": "ours"}]}
        ]
      }
      """;

  @Test
  void readsEveryField() throws IOException {
    Catalogue catalogue = read(GOOD);

    assertThat(catalogue.header().size()).isEqualTo(1);
    CatalogueEntry entry = catalogue.entry("A:1").orElseThrow();
    assertThat(entry.kind()).isEqualTo(EntryKind.RISK);
    assertThat(entry.attribute("x")).containsExactly("y");
    assertThat(entry.attribute("z")).isEmpty();
    assertThat(entry.text()).containsExactly("T");
    assertThat(entry.links())
        .containsExactly(CatalogueLink.of(LinkKind.MAPS_TO, "B:1", "P", LinkStatus.OURS));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"catalogue\": 1', '\"catalogue\": 2', format 2",
    "'\"kind\": \"risk\"', '\"kind\": \"rusk\"', unknown word 'rusk'",
    "'\"title\": \"One\"', '\"titel\": \"One\"', unknown field 'titel'",
    "'\"text\": [\"T\"]', '\"text\": \"T\"', expected START_ARRAY",
    "'\"status\": \"ours\"', '\"status\": \"theirs\"', unknown word 'theirs'",
    "'2026-11-22', '2026-13-22', is no day",
    "'\"prefix\": \"A:\",', '', the field 'prefix' is missing",
    "'\"to\": \"B:1\", ', '', a link needs",
    "'\"entries\": [', '\"entries\": [[', expected START_OBJECT",
  })
  void refusesWhatIsNotInTheFormatAndSaysWhere(String words, String others, String message) {
    assertThat(GOOD).contains(words);
    assertThatIOException()
        .isThrownBy(() -> read(GOOD.replace(words, others)))
        .withMessageContaining(message)
        .withMessageContaining("line ");
  }

  @Test
  void refusesAnIdThatIsThereTwice() {
    String entry = "{\"id\": \"A:1\", \"kind\": \"risk\", \"title\": \"Two\"},";
    assertThatIOException()
        .isThrownBy(() -> read(GOOD.replace("\"entries\": [", "\"entries\": [" + entry)))
        .withMessageContaining("A:1");
  }

  @Test
  void refusesAFileThatEndsEarly() {
    for (int length = 0; length < GOOD.strip().length(); length++) {
      String part = GOOD.substring(0, length);
      assertThatIOException().as("cut at %d", length).isThrownBy(() -> read(part));
    }
  }

  private static Catalogue read(String json) throws IOException {
    return CatalogueReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
