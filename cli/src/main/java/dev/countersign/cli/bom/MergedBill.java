package dev.countersign.cli.bom;

import dev.countersign.bom.Bill;
import dev.countersign.bom.cyclonedx.CycloneDxWriter;
import dev.countersign.bom.merge.MalformedSbom;
import dev.countersign.bom.merge.Merging;
import dev.countersign.bom.merge.Sbom;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bill, with another one merged into it where that was asked for.
 *
 * @param bill the result
 * @param merging what came of merging
 * @param sbom the other one
 */
public record MergedBill(Bill bill, Optional<Merging> merging, Optional<Sbom> sbom) {
  /** A bill with nothing merged into it. */
  public static MergedBill of(Bill bill) {
    return new MergedBill(bill, Optional.empty(), Optional.empty());
  }

  /**
   * A bill with the one in a file merged into it.
   *
   * @throws Refused if it cannot be read
   */
  public static MergedBill of(Bill bill, Path file) {
    Sbom sbom = read(file);
    Merging merging = Merging.of(bill, sbom);
    return new MergedBill(merging.bill(), Optional.of(merging), Optional.of(sbom));
  }

  /** The document in a format. */
  public ObjectNode write(BomFormat format) {
    return format == BomFormat.CYCLONEDX && merging.isPresent() && sbom.isPresent()
        ? CycloneDxWriter.write(merging.get(), sbom.get())
        : BomDocuments.write(format, bill);
  }

  private static Sbom read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new Refused("--merge " + file + " is no plain file. Name a bill of materials.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Sbom.read(in.readNBytes(Sbom.MOST_BYTES + 1));
    } catch (IOException failed) {
      throw new Refused(
          "--merge "
              + file
              + " cannot be read ("
              + Failure.why(failed)
              + "). Name a readable file.");
    } catch (MalformedSbom wrong) {
      throw new Refused(
          "--merge %s cannot be merged: %s. Name a bill in CycloneDX or SPDX, as JSON."
              .formatted(file, wrong.getMessage()));
    }
  }
}
