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
import tools.jackson.databind.node.ObjectNode;

/** Bills as documents. Apart from {@link BomFormat}, which each start of the help needs. */
public final class BomDocuments {
  private BomDocuments() {}

  /** The document. */
  public static ObjectNode write(BomFormat format, Bill bill) {
    return switch (format) {
      case CYCLONEDX -> CycloneDxWriter.write(bill);
      case SPDX -> SpdxWriter.write(bill);
    };
  }

  /** The bytes of a document as they stand in a file. */
  public static byte[] bytes(ObjectNode document) {
    return StrictJson.pretty(document);
  }

  /**
   * The document as the predicate of a statement about the files of models and data
   * (github.com/in-toto/attestation, predicates CycloneDX and SPDX).
   *
   * @throws Refused if no file was hashed
   */
  public static Statement statement(BomFormat format, Bill bill, ObjectNode document) {
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
    return new Statement(subjects, format.predicateType(), document);
  }
}
