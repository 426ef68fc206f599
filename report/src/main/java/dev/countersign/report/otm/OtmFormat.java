package dev.countersign.report.otm;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.json.JsonText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The system with its threats and controls as an Open Threat Model, version 0.2. */
public final class OtmFormat implements ReportFormat {
  private static final String VERSION = "0.2.0";

  @Override
  public String name() {
    return "otm";
  }

  @Override
  public String purpose() {
    return "Open Threat Model 0.2, for tools such as IriusRisk";
  }

  @Override
  public List<Rendered> render(Report report) {
    return List.of(Rendered.text("otm.json", JsonText.of(json -> write(json, report))));
  }

  private static void write(JsonGenerator json, Report report) {
    Parts parts = new Parts(report.checked());
    json.writeStartObject();
    json.writeStringProperty("otmVersion", VERSION);
    new ProjectJson(json).write(report);
    JsonText.objects(json, "assets", parts.assets(), new AssetJson(json, report.checked())::write);
    JsonText.objects(json, "trustZones", parts.zones(), new ZoneJson(json)::write);
    new ComponentJson(json, report.checked(), parts).writeAll();
    new FlowJson(json, report.checked(), parts).writeAll();
    new ThreatsJson(json, report.checked()).write();
    new MitigationsJson(json, report.checked()).write();
    json.writeEndObject();
  }
}
