package dev.countersign.cli.bom;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.bom.Bill;
import dev.countersign.bom.Part;
import dev.countersign.bom.cyclonedx.CycloneDxWriter;
import dev.countersign.bom.spdx.SpdxWriter;
import dev.countersign.cli.console.Refused;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What a bill can be written as. */
public enum BomFormat {
  /** CycloneDX 1.6 in JSON. */
  CYCLONEDX("cdx.json", "https://cyclonedx.org/bom"),
  /** SPDX 3.0.1 in JSON-LD. */
  SPDX("spdx.json", "https://spdx.dev/Document");

  private final String ending;
  private final String predicateType;

  BomFormat(String ending, String predicateType) {
    this.ending = ending;
    this.predicateType = predicateType;
  }

  /** The ending of its files, without the first dot. */
  public String ending() {
    return ending;
  }

  /** The document. */
  public ObjectNode write(Bill bill) {
    return switch (this) {
      case CYCLONEDX -> CycloneDxWriter.write(bill);
      case SPDX -> SpdxWriter.write(bill);
    };
  }

  /** The bytes of a document as they stand in a file. */
  public byte[] bytes(ObjectNode document) {
    return StrictJson.pretty(document);
  }

  /**
   * The document as the predicate of a statement about the files of models and data
   * (github.com/in-toto/attestation, predicates CycloneDX and SPDX).
   *
   * @throws Refused if no file was hashed
   */
  public Statement statement(Bill bill, ObjectNode document) {
    List<Subject> subjects =
        bill.parts().stream()
            .map(Part::files)
            .flatMap(List::stream)
            .flatMap(file -> file.sha256().map(hex -> Subject.sha256(file.path(), hex)).stream())
            .distinct()
            .toList();
    if (subjects.isEmpty()) {
      throw new Refused(
          "there is nothing to sign for: no file of %s was hashed. Name files in its threat model,"
                  .formatted(bill.system().name())
              + " and leave out --no-hash.");
    }
    return new Statement(subjects, predicateType, document);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
