package dev.countersign.report.cyclonedx;

import dev.countersign.assess.Assessment;
import dev.countersign.model.SystemInfo;
import dev.countersign.report.Report;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.metadata.ToolInformation;

/** Puts the parts of the document together. */
final class BillOfMaterials {
  private final Report report;
  private final Assessment assessment;

  private BillOfMaterials(Report report) {
    this.report = report;
    this.assessment = report.assessment();
  }

  static Bom of(Report report) {
    return new BillOfMaterials(report).bom();
  }

  private Bom bom() {
    Represented represented = new Represented(report.checked());
    Bom bom = new Bom();
    bom.setSerialNumber("urn:uuid:" + serial());
    bom.setVersion(1);
    bom.setMetadata(metadata(represented));
    bom.setComponents(new Components(represented).all());
    bom.setServices(new Services(represented).all());
    bom.setDependencies(new Dependencies(represented).all());
    if (!assessment.controls().isEmpty()) {
      new Declared(report.checked(), represented, midnight(assessment.asOf())).addTo(bom);
    }
    return bom;
  }

  /**
   * The same assessment gives the same number: the specification would rather have a new one each
   * time, but then nobody could tell that nothing changed.
   */
  private UUID serial() {
    String name =
        String.join(
            "\n",
            "https://countersign.dev/cyclonedx",
            report.tool().version(),
            report.checked().rules(),
            assessment.digest(),
            assessment.asOf().toString());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private Metadata metadata(Represented represented) {
    Metadata metadata = new Metadata();
    metadata.setTimestamp(midnight(assessment.asOf()));
    metadata.setToolChoice(tool());
    metadata.setComponent(system(represented));
    return metadata;
  }

  private ToolInformation tool() {
    Component countersign = new Component();
    countersign.setType(Component.Type.APPLICATION);
    countersign.setName("countersign");
    countersign.setVersion(report.tool().version());
    ToolInformation tool = new ToolInformation();
    tool.setComponents(List.of(countersign));
    return tool;
  }

  private Component system(Represented represented) {
    SystemInfo info = assessment.system().info();
    Component system = new Component();
    system.setType(Component.Type.APPLICATION);
    system.setBomRef(represented.system());
    system.setName(info.id());
    system.setDescription(Text.of(info.purpose()));
    Properties properties = new Properties();
    properties.add("digest", assessment.digest());
    properties.add("as-of", assessment.asOf().toString());
    properties.add("verdict", assessment.verdict().word());
    info.mlLead().ifPresent(who -> properties.add("ml-lead", who));
    info.securityLead().ifPresent(who -> properties.add("security-lead", who));
    info.nextCheckpoint().ifPresent(day -> properties.add("next-checkpoint", day.toString()));
    represented.threatsOfTheSystem().forEach(properties::add);
    system.setProperties(properties.all());
    return system;
  }

  private static Date midnight(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
