package dev.countersign.report.cyclonedx;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.json.BomJsonGenerator;

/** The system as a CycloneDX 1.6 bill of materials with declarations about its controls. */
public final class CycloneDxFormat implements ReportFormat {
  @Override
  public String name() {
    return "cyclonedx";
  }

  @Override
  public String purpose() {
    return "CycloneDX 1.6: models, data and services, with claims and evidence for controls";
  }

  @Override
  public List<Rendered> render(Report report) {
    return List.of(Rendered.text("cdx.json", text(report)));
  }

  private static String text(Report report) {
    try {
      String text =
          new BomJsonGenerator(BillOfMaterials.of(report), Version.VERSION_16).toJsonString();
      return text.replace("\r\n", "\n") + "\n";
    } catch (GeneratorException bug) {
      throw new IllegalStateException("a bill of materials could not be written", bug);
    }
  }
}
