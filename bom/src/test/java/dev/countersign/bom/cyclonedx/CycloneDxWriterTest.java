package dev.countersign.bom.cyclonedx;

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

class CycloneDxWriterTest {
  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant", "coding-agent"})
  void looksAsItDid(String example) {
    Golden.assertMatches(example + ".cdx.json", text(Bills.example(example)));
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everySystemFollowsThePublishedSchema(Path file) {
    assertThat(PublishedSchema.errors(text(Bills.of(file)))).isEmpty();
  }

  @Test
  void whatBreaksTheSchemaIsNoticed() {
    String text = text(Bills.example("card-fraud"));
    assertThat(PublishedSchema.errors(text.replace("\"machine-learning-model\"", "\"threat\"")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everyReferenceIsUniqueAndLeadsSomewhere(Path file) {
    JsonNode bom = CycloneDxWriter.write(Bills.of(file));
    Set<String> refs = new HashSet<>();
    bom.findValuesAsString("bom-ref").forEach(ref -> assertThat(refs.add(ref)).as(ref).isTrue());
    assertThat(refs).containsAll(bom.findValuesAsString("ref"));
    bom.findValues("dependsOn").stream()
        .flatMap(JsonNode::valueStream)
        .forEach(ref -> assertThat(refs).contains(ref.asString()));
  }

  @Test
  void theSameSystemGivesTheSameBytes() {
    assertThat(text(Bills.example("card-fraud"))).isEqualTo(text(Bills.example("card-fraud")));
  }

  @Test
  void theSerialNumberFollowsFromTheContent() {
    Path file = Path.of("../examples/card-fraud/countersign.yaml");
    JsonNode hashed = CycloneDxWriter.write(Bills.of(file, true));
    JsonNode unhashed = CycloneDxWriter.write(Bills.of(file, false));
    assertThat(hashed.path("serialNumber").asString())
        .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isNotEqualTo(unhashed.path("serialNumber").asString());
    assertThat(unhashed.findValues("hashes")).isEmpty();
  }

  private static String text(Bill bill) {
    return new String(CycloneDxWriter.bytes(CycloneDxWriter.write(bill)), StandardCharsets.UTF_8);
  }
}
