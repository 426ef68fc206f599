package dev.countersign.report.otm;

import dev.countersign.assess.Checked;
import dev.countersign.derive.flow.DataFlow;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** What moves between components. */
final class FlowJson {
  private final JsonGenerator json;
  private final Checked checked;
  private final Parts parts;
  private final InstancesJson instances;

  FlowJson(JsonGenerator json, Checked checked, Parts parts) {
    this.json = json;
    this.checked = checked;
    this.parts = parts;
    this.instances = new InstancesJson(json, checked);
  }

  void writeAll() {
    JsonText.objects(json, "dataflows", parts.flows(), this::write);
  }

  private void write(DataFlow flow) {
    String says = flow.from() + " " + flow.verb() + " " + flow.to();
    OtmText.plain(json, "id", flow.declaredBy() + ": " + says);
    OtmText.plain(json, "name", says);
    OtmText.plain(json, "source", flow.from());
    OtmText.plain(json, "destination", flow.to());
    JsonText.strings(json, "assets", parts.isAsset(flow.from()) ? List.of(flow.from()) : List.of());
    if (isAnElement(flow)) {
      instances.write(flow.declaredBy());
    }
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("countersign.declared-by", flow.declaredBy());
    attributes.put("countersign.rises-in-trust", flow.risesInTrust() ? "yes" : "no");
    OtmText.attributes(json, attributes);
  }

  /** Most flows follow from a key of a component; some are elements that threats are about. */
  private boolean isAnElement(DataFlow flow) {
    return parts.components().stream().noneMatch(it -> it.id().equals(flow.declaredBy()))
        && checked.assessment().system().element(flow.declaredBy()).isPresent();
  }
}
