package dev.countersign.bom.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bom.Bill;
import dev.countersign.bom.Bills;
import dev.countersign.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SpdxWriterTest {
  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void looksAsItDid(String example) {
    Golden.assertMatches(example + ".spdx.json", text(Bills.example(example)));
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#examples")
  void everyExampleFollowsThePublishedSchema(Path file) {
    assertThat(PublishedSchema.errors(text(Bills.of(file)))).isEmpty();
  }

  @Test
  void whatBreaksTheSchemaIsNoticed() {
    String text = text(Bills.example("card-fraud"));
    assertThat(PublishedSchema.errors(text.replace("\"trainedOn\"", "\"learnedFrom\"")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everyReferenceLeadsToAnElement(Path file) {
    JsonNode document = SpdxWriter.write(Bills.of(file, false));
    Set<String> ids = new HashSet<>();
    document.findValuesAsString("spdxId").forEach(id -> assertThat(ids.add(id)).as(id).isTrue());
    for (JsonNode element : document.path("@graph")) {
      for (String key : new String[] {"to", "element", "rootElement", "originatedBy"}) {
        element.path(key).forEach(ref -> assertThat(ids).contains(ref.asString()));
      }
      if (element.has("from")) {
        assertThat(ids).contains(element.path("from").asString());
      }
    }
  }

  @Test
  void theSameSystemGivesTheSameBytes() {
    assertThat(text(Bills.example("card-fraud"))).isEqualTo(text(Bills.example("card-fraud")));
  }

  @Test
  void profilesAreClaimedOnlyWhereAllTheyAskForIsThere() {
    JsonNode document = SpdxWriter.write(Bills.example("card-fraud"));
    assertThat(document.findValue("profileConformance").valueStream().map(JsonNode::asString))
        .containsExactly("core", "simpleLicensing", "software");
  }

  private static String text(Bill bill) {
    return new String(SpdxWriter.bytes(SpdxWriter.write(bill)), StandardCharsets.UTF_8);
  }
}
