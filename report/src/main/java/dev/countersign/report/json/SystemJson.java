package dev.countersign.report.json;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.assess.next.Snippet;
import dev.countersign.assess.next.Step;
import dev.countersign.assess.next.Steps;
import dev.countersign.derive.Question;
import dev.countersign.knowledge.Precedent;
import dev.countersign.model.Place;
import dev.countersign.model.SystemInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The properties of one system: the contract of {@code check --format json}. */
final class SystemJson {
  private static final int STEPS = 20;
  private final JsonGenerator json;

  SystemJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Checked checked) {
    Assessment assessment = checked.assessment();
    json.writeStringProperty("verdict", assessment.verdict().word());
    json.writeStringProperty("asOf", assessment.asOf().toString());
    JsonText.object(json, "system", () -> system(assessment));
    JsonText.object(json, "policy", () -> policy(checked));
    List<Step> steps = Steps.of(checked, STEPS);
    JsonText.objects(json, "next", steps, this::step);
    ThreatJson threats = new ThreatJson(json, checked);
    JsonText.objects(json, "threats", assessment.threats(), threats::write);
    JsonText.object(json, "losses", () -> new LossesJson(json).write(assessment.losses()));
    JsonText.objects(json, "precedents", precedents(assessment), this::precedent);
    JsonText.objects(json, "questions", assessment.questions(), this::question);
    ControlJson controls = new ControlJson(json);
    JsonText.objects(
        json, "controls", new TreeMap<>(assessment.controls()).values(), controls::write);
    JsonText.objects(json, "signOffs", assessment.signOffs().roles(), new SignOffJson(json)::write);
    JsonText.objects(json, "findings", assessment.findings(), this::finding);
  }

  private void system(Assessment assessment) {
    SystemInfo info = assessment.system().info();
    json.writeStringProperty("id", info.id());
    json.writeStringProperty("digest", assessment.digest());
    json.writeStringProperty("purpose", info.purpose());
    JsonText.optional(json, "mlLead", info.mlLead());
    JsonText.optional(json, "securityLead", info.securityLead());
    JsonText.optional(json, "nextCheckpoint", info.nextCheckpoint());
    json.writeStringProperty("file", assessment.system().file());
    JsonText.strings(json, "sources", assessment.system().sources());
  }

  private void policy(Checked checked) {
    JsonText.optional(json, "file", checked.policy().file());
    json.writeStringProperty("failOn", checked.policy().gate().word());
    json.writeStringProperty("rules", checked.rules());
  }

  private void step(Step step) {
    json.writeStringProperty("text", step.text());
    JsonText.optional(json, "more", step.more());
    place(step.place());
    JsonText.optional(json, "add", step.add().map(Snippet::yaml));
    JsonText.strings(json, "threats", step.threats());
  }

  /** Every case that a threat names, once, by id. */
  private static Collection<Precedent> precedents(Assessment assessment) {
    Map<String, Precedent> byId = new TreeMap<>();
    assessment.threats().stream()
        .flatMap(threat -> threat.threat().precedents().stream())
        .forEach(precedent -> byId.put(precedent.id(), precedent));
    return byId.values();
  }

  private void precedent(Precedent precedent) {
    json.writeStringProperty("id", precedent.id());
    json.writeStringProperty("title", precedent.title());
    json.writeBooleanProperty("incident", precedent.incident());
  }

  private void question(Question question) {
    json.writeStringProperty("id", question.id());
    json.writeStringProperty("element", question.fact().element());
    json.writeStringProperty("fact", question.fact().key());
    json.writeStringProperty("text", question.text());
    JsonText.strings(json, "answers", question.answers());
    place(question.place());
    JsonText.strings(json, "decides", question.decides());
  }

  private void finding(Finding finding) {
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("severity", finding.severity().word());
    place(finding.place());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("next", finding.next());
    JsonText.optional(json, "subject", finding.subject());
  }

  private void place(Place place) {
    PlaceJson.write(json, place);
  }
}
