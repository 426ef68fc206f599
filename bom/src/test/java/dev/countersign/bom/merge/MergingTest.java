package dev.countersign.bom.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bom.Bill;
import dev.countersign.bom.Bills;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.Serial;
import dev.countersign.bom.cyclonedx.CycloneDxWriter;
import dev.countersign.bom.cyclonedx.PublishedSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another tool's bill is taken in without loss and without doubles. */
class MergingTest {
  private static final String CYCLONEDX =
      """
      {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
       "metadata":{"component":{"type":"application","bom-ref":"root","name":"image"}},
       "components":[
        {"type":"library","bom-ref":"ref-numpy","name":"numpy","version":"1.26.0",
         "purl":"pkg:pypi/numpy@1.26.0?arch=x86","supplier":{"name":"NumPy"},
         "licenses":[{"license":{"id":"BSD-3-Clause"}}],"cpe":"cpe:2.3:a:numpy:numpy:1.26.0:*:*:*:*:*:*:*"},
        {"type":"operating-system","bom-ref":"os","name":"debian","version":"12",
         "components":[{"type":"library","bom-ref":"nested","name":"libc","version":"2.36"}]},
        {"type":"file","bom-ref":"w","name":"/app/w.bin","hashes":[{"alg":"SHA-256","content":"%s"}]}],
       "dependencies":[{"ref":"root","dependsOn":["ref-numpy","os"]},{"ref":"os","dependsOn":["nested"]}],
       "vulnerabilities":[{"id":"CVE-2026-1","affects":[{"ref":"ref-numpy"}]}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void aSystemWithWeightsAndALibrary() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("w.bin"), "weights");
    Files.writeString(folder.resolve("requirements.txt"), "numpy==1.26.0\n");
    Files.writeString(
        folder.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: chat, purpose: Answers questions. }
        models: { llm: { task: generation, files: w.bin } }
        """);
  }

  @Test
  void whatIsInBothStandsThereOnceWithWhatEitherSays() throws MalformedSbom {
    Bill bill = merged(cycloneDx()).bill();
    assertThat(bill.parts(PartKind.LIBRARY))
        .extracting(Part::name)
        .containsExactlyInAnyOrder("numpy", "image", "debian", "libc");
    Part numpy = bill.part("pkg:pypi/numpy@1.26.0").orElseThrow();
    assertThat(numpy.licence()).contains("BSD-3-Clause");
    assertThat(numpy.supplier()).contains("NumPy");
    assertThat(bill.parts(PartKind.FILE)).as("the weights, by digest").isEmpty();
    assertThat(bill.dependencies().get("os")).containsExactly("nested");
    assertThat(bill.dependencies().get("root")).containsExactly("os", "pkg:pypi/numpy@1.26.0");
    assertThat(bill.dependencies().get("system:chat")).contains("root", "llm");
  }

  @Test
  void theDocumentKeepsEveryFieldAndFollowsTheSchema() throws MalformedSbom {
    Sbom sbom = Sbom.read(bytes(cycloneDx()));
    ObjectNode document = CycloneDxWriter.write(merging(sbom), sbom);
    JsonNode numpy = component(document, "pkg:pypi/numpy@1.26.0");
    assertThat(numpy.path("cpe").asString()).startsWith("cpe:2.3:a:numpy");
    assertThat(component(document, "os").path("type").asString()).isEqualTo("operating-system");
    assertThat(document.at("/vulnerabilities/0/affects/0/ref").asString())
        .isEqualTo("pkg:pypi/numpy@1.26.0");
    assertThat(PublishedSchema.errors(document.toString())).isEmpty();
  }

  @Test
  void spdxOfBothGenerationsIsMerged() throws MalformedSbom {
    Bill two =
        merged(
                """
                {"spdxVersion":"SPDX-2.3","packages":[{"SPDXID":"SPDXRef-n","name":"numpy","versionInfo":"1.26.0",
                 "licenseConcluded":"NOASSERTION","licenseDeclared":"BSD-3-Clause","supplier":"Organization: NumPy (x@y.example)",
                 "externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:pypi/numpy@1.26.0"}]},
                 {"SPDXID":"SPDXRef-o","name":"other","versionInfo":"1"}],
                 "relationships":[{"spdxElementId":"SPDXRef-n","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-o"}]}
                """)
            .bill();
    assertThat(two.part("pkg:pypi/numpy@1.26.0").orElseThrow().licence()).contains("BSD-3-Clause");
    assertThat(two.part("pkg:pypi/numpy@1.26.0").orElseThrow().supplier()).contains("NumPy");
    assertThat(two.dependencies().get("pkg:pypi/numpy@1.26.0")).containsExactly("SPDXRef-o");
    Bill three =
        merged(
                """
                {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
                 {"type":"Organization","spdxId":"urn:org","name":"NumPy"},
                 {"type":"software_Package","spdxId":"urn:n","name":"numpy","software_packageUrl":"pkg:pypi/numpy@1.26.0","suppliedBy":"urn:org"},
                 {"type":"simplelicensing_LicenseExpression","spdxId":"urn:l","simplelicensing_licenseExpression":"BSD-3-Clause"},
                 {"type":"Relationship","spdxId":"urn:r","from":"urn:n","relationshipType":"hasDeclaredLicense","to":["urn:l"]}]}
                """)
            .bill();
    assertThat(three.part("pkg:pypi/numpy@1.26.0").orElseThrow().licence())
        .contains("BSD-3-Clause");
    assertThat(three.part("pkg:pypi/numpy@1.26.0").orElseThrow().supplier()).contains("NumPy");
  }

  @Test
  void whatIsBrokenDeepOrNoBillIsRefused() {
    assertThatThrownBy(() -> Sbom.read(bytes("{"))).isInstanceOf(MalformedSbom.class);
    assertThatThrownBy(() -> Sbom.read(bytes("{\"components\":" + "[".repeat(1_000_000))))
        .isInstanceOf(MalformedSbom.class);
    assertThatThrownBy(() -> Sbom.read(bytes("<bom/>"))).isInstanceOf(MalformedSbom.class);
    assertThatThrownBy(() -> Sbom.read(bytes("{\"name\":1}")))
        .hasMessageContaining("neither CycloneDX nor SPDX");
    assertThatThrownBy(() -> Sbom.read(new byte[Sbom.MOST_BYTES + 1]))
        .isInstanceOf(MalformedSbom.class);
  }

  @Test
  void aBillOfTooManyComponentsIsRefused() {
    StringBuilder many =
        new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"x\"}");
    many.repeat(",{\"name\":\"x\"}", Sbom.MOST_ITEMS + 1);
    assertThatThrownBy(() -> Sbom.read(bytes(many.append("]}").toString())))
        .hasMessageContaining("more than 200000 components");
  }

  @Test
  void fieldsOfWrongTypesAreNothing() throws MalformedSbom {
    Bill bill =
        merged(
                """
                {"bomFormat":"CycloneDX","specVersion":7,"components":[{"name":["x"]},7,"y",{"name":"z","hashes":{"a":1},
                 "licenses":"MIT","purl":5,"supplier":[]}],"dependencies":{"a":1}}
                """)
            .bill();
    assertThat(bill.parts()).extracting(Part::name).contains("z");
  }

  private Merging merged(String sbom) throws MalformedSbom {
    return merging(Sbom.read(bytes(sbom)));
  }

  private Merging merging(Sbom sbom) {
    return Merging.of(Bills.of(folder.resolve("countersign.yaml")), sbom);
  }

  private String cycloneDx() {
    String sha256 = Serial.sha256(bytes("weights"));
    return CYCLONEDX.formatted(sha256);
  }

  private static JsonNode component(ObjectNode document, String ref) {
    return document
        .path("components")
        .valueStream()
        .filter(it -> it.path("bom-ref").asString().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
