package dev.countersign.cli.status;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.signoff.RefusedSignOff;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignedStatement;
import dev.countersign.assess.signoff.Standing;
import dev.countersign.report.Tool;
import dev.countersign.report.json.JsonText;
import dev.countersign.report.json.SignOffJson;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The status of systems as JSON; {@code docs/schema/status-1.schema.json} describes it. */
public final class StatusJson {
  private final JsonGenerator json;

  private StatusJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document. */
  public static String of(List<Checked> systems, Tool tool) {
    return JsonText.of(json -> new StatusJson(json).write(systems, tool));
  }

  private void write(List<Checked> systems, Tool tool) {
    json.writeStartObject();
    json.writeStringProperty("asOf", systems.getFirst().assessment().asOf().toString());
    JsonText.object(json, "tool", () -> tool(tool));
    JsonText.objects(json, "systems", systems, this::system);
    JsonText.objects(json, "calendar", Due.of(systems), this::due);
    json.writeEndObject();
  }

  private void tool(Tool tool) {
    json.writeStringProperty("name", "countersign");
    json.writeStringProperty("version", tool.version());
  }

  private void system(Checked checked) {
    Assessment assessment = checked.assessment();
    json.writeStringProperty("id", checked.id());
    json.writeStringProperty("file", assessment.system().file());
    json.writeStringProperty("digest", assessment.digest());
    json.writeStringProperty("verdict", assessment.verdict().word());
    json.writeBooleanProperty("signed", assessment.signOffs().complete());
    JsonText.objects(json, "signOffs", assessment.signOffs().roles(), this::signOff);
    JsonText.objects(json, "statements", assessment.signOffs().statements(), this::statement);
    JsonText.objects(json, "refused", assessment.signOffs().refused(), this::refused);
    JsonText.strings(json, "sameSigner", assessment.signOffs().same());
  }

  private void signOff(SignOff signOff) {
    new SignOffJson(json).write(signOff);
    JsonText.objects(json, "items", signOff.items(), this::item);
  }

  private void item(Standing standing) {
    json.writeStringProperty("kind", standing.item().kind().word());
    json.writeStringProperty("id", standing.item().id());
    json.writeStringProperty("digest", standing.item().digest());
    json.writeStringProperty("state", standing.sort().word());
    standing
        .under()
        .ifPresent(statement -> {
          json.writeStringProperty("by", statement.by().id());
          json.writeStringProperty("file", statement.file());
        });
  }

  private void statement(SignedStatement statement) {
    json.writeStringProperty("file", statement.file());
    json.writeStringProperty("role", statement.content().role().word());
    json.writeStringProperty("identity", statement.by().id());
    json.writeStringProperty("name", statement.by().name());
    json.writeStringProperty("signedAt", statement.content().signedAt().toString());
    json.writeStringProperty("verdict", statement.content().verdict().word());
    json.writeStringProperty("digest", statement.content().digest());
    json.writeNumberProperty("items", statement.content().items().size());
    JsonText.optional(json, "note", statement.content().note());
    JsonText.optional(json, "despite", statement.content().despite());
  }

  private void refused(RefusedSignOff file) {
    json.writeStringProperty("file", file.file());
    json.writeStringProperty("why", file.why());
    json.writeStringProperty("next", file.next());
  }

  private void due(Due due) {
    json.writeStringProperty("day", due.deadline().day().toString());
    json.writeStringProperty("system", due.system());
    json.writeStringProperty("sort", due.deadline().sort().word());
    json.writeStringProperty("subject", due.deadline().subject());
    json.writeStringProperty("text", due.deadline().text());
    json.writeBooleanProperty("passed", due.deadline().passed());
  }
}
