package dev.countersign.cli.bom;

import dev.countersign.bom.Bill;
import dev.countersign.bom.cyclonedx.CycloneDxWriter;
import java.util.Locale;

/** What a bill can be written as. */
public enum BomFormat {
  /** CycloneDX 1.6 in JSON. */
  CYCLONEDX("cdx.json");

  private final String ending;

  BomFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of its files, without the first dot. */
  public String ending() {
    return ending;
  }

  /** The bytes of the document. */
  public byte[] write(Bill bill) {
    return switch (this) {
      case CYCLONEDX -> CycloneDxWriter.bytes(CycloneDxWriter.write(bill));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
