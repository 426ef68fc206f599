package dev.countersign.report.json;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.change.AssumptionChange;
import dev.countersign.assess.change.Cause;
import dev.countersign.assess.change.ControlChange;
import dev.countersign.assess.change.ElementChange;
import dev.countersign.assess.change.FactChange;
import dev.countersign.assess.change.QuestionChange;
import dev.countersign.assess.change.Renaming;
import dev.countersign.assess.change.ResolutionChange;
import dev.countersign.assess.change.Standing;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.ThreatChange;
import dev.countersign.assess.change.TreeChange;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.model.Assumption;
import dev.countersign.model.Resolution;
import dev.countersign.report.Tool;
import dev.countersign.report.change.ChangeWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A comparison as JSON: the contract of {@code diff --format json}. */
public final class ChangeJson {
  private final JsonGenerator json;

  private ChangeJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document. */
  public static String of(TreeChange change, Tool tool) {
    return JsonText.of(json -> new ChangeJson(json).write(change, tool));
  }

  private void write(TreeChange change, Tool tool) {
    json.writeStartObject();
    json.writeBooleanProperty("different", !change.isEmpty());
    json.writeStringProperty("before", change.before());
    json.writeStringProperty("after", change.after());
    JsonText.object(
        json,
        "tool",
        () -> {
          json.writeStringProperty("name", "countersign");
          json.writeStringProperty("version", tool.version());
        });
    JsonText.objects(json, "systems", told(change), this::system);
    JsonText.strings(json, "unchanged", change.unchanged());
    JsonText.objects(json, "added", change.added(), this::whole);
    JsonText.objects(json, "removed", change.removed(), this::whole);
    json.writeEndObject();
  }

  /** Those that changed, and those whose wording did. */
  private static List<SystemChange> told(TreeChange change) {
    return change.systems().stream()
        .filter(system -> !system.isEmpty() || !system.wording().isEmpty())
        .toList();
  }

  private void whole(Checked checked) {
    json.writeStringProperty("id", checked.id());
    json.writeStringProperty("file", checked.assessment().system().file());
    json.writeStringProperty("verdict", checked.assessment().verdict().word());
    JsonText.objects(
        json,
        "threats",
        checked.assessment().threats(),
        threat -> {
          json.writeStringProperty("id", threat.threat().id());
          side(threat);
        });
  }

  private void system(SystemChange change) {
    json.writeStringProperty("id", change.system());
    JsonText.optional(json, "formerly", change.formerly());
    JsonText.object(json, "before", () -> standing(change.was()));
    JsonText.object(json, "after", () -> standing(change.is()));
    JsonText.objects(json, "renamed", change.renamed(), this::renaming);
    JsonText.objects(json, "elements", change.elements(), this::element);
    JsonText.objects(json, "threats", change.threats(), this::threat);
    JsonText.objects(json, "resolutions", change.resolutions(), this::resolution);
    JsonText.objects(json, "controls", change.controls(), this::control);
    JsonText.objects(json, "assumptions", change.assumptions(), this::assumption);
    JsonText.objects(json, "questions", change.questions(), this::question);
    JsonText.objects(json, "wording", change.wording(), this::fact);
  }

  private void standing(Standing standing) {
    json.writeStringProperty("digest", standing.digest());
    json.writeStringProperty("verdict", standing.verdict().word());
    json.writeStringProperty("asOf", standing.asOf().toString());
    json.writeStringProperty("rules", standing.rules());
    json.writeStringProperty("policy", standing.policy());
    JsonText.objects(json, "losses", standing.losses(), this::loss);
  }

  private void loss(LossRange range) {
    LossesJson.range(json, range);
  }

  private void renaming(Renaming renaming) {
    json.writeStringProperty("before", renaming.before());
    json.writeStringProperty("after", renaming.after());
    json.writeStringProperty("kind", renaming.kind().word());
  }

  private void element(ElementChange change) {
    json.writeStringProperty("change", change.sort().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("id", change.element());
    json.writeStringProperty("kind", change.kind().word());
    JsonText.objects(json, "facts", change.facts(), this::fact);
  }

  private void fact(FactChange change) {
    json.writeStringProperty("fact", change.fact().toString());
    JsonText.optional(json, "before", change.before());
    JsonText.optional(json, "after", change.after());
  }

  private void threat(ThreatChange change) {
    json.writeStringProperty("change", change.sort().word());
    json.writeStringProperty("id", change.id());
    JsonText.strings(json, "also", change.also());
    json.writeStringProperty("family", change.shown().threat().family().id());
    json.writeStringProperty("title", change.shown().threat().family().title());
    JsonText.strings(json, "path", change.shown().threat().path());
    optional("before", change.before(), this::side);
    optional("after", change.after(), this::side);
    causes(change.causes());
  }

  private void side(AssessedThreat assessed) {
    json.writeStringProperty("severity", assessed.threat().rank().severity().word());
    json.writeNumberProperty("rank", assessed.threat().rank().position());
    json.writeNumberProperty("score", BigDecimal.valueOf(assessed.threat().rank().score()));
    json.writeStringProperty("state", assessed.answer().state().word());
    JsonText.optional(json, "kind", assessed.answer().resolution().map(ChangeWords::kind));
    JsonText.optional(json, "why", assessed.answer().why());
    PlaceJson.write(json, assessed.threat().element().place());
  }

  private void causes(List<Cause> causes) {
    JsonText.objects(
        json,
        "why",
        causes,
        cause -> {
          json.writeStringProperty("sort", cause.sort().word());
          json.writeStringProperty("subject", cause.subject());
          json.writeStringProperty("text", cause.text());
          json.writeStringProperty("grounds", cause.grounds().word());
        });
  }

  private void resolution(ResolutionChange change) {
    json.writeStringProperty("threat", change.threat());
    optional("before", change.before(), this::resolution);
    optional("after", change.after(), this::resolution);
  }

  private void resolution(Resolution resolution) {
    json.writeStringProperty("kind", ChangeWords.kind(resolution));
    new ResolutionJson(json).details(resolution);
  }

  private void control(ControlChange change) {
    json.writeStringProperty("id", change.id());
    optional("before", change.before(), this::proof);
    optional("after", change.after(), this::proof);
  }

  private void proof(ControlState control) {
    json.writeBooleanProperty("proven", control.proven());
    JsonText.optional(json, "doubt", control.doubt());
    PlaceJson.write(json, control.claim().place());
  }

  private void assumption(AssumptionChange change) {
    json.writeStringProperty("id", change.id());
    optional("before", change.before(), this::assumption);
    optional("after", change.after(), this::assumption);
  }

  private void assumption(Assumption assumption) {
    json.writeStringProperty("states", assumption.states());
    JsonText.optional(json, "owner", assumption.owner());
    JsonText.optional(json, "until", assumption.until());
    JsonText.strings(json, "about", assumption.about());
    PlaceJson.write(json, assumption.place());
  }

  private void question(QuestionChange change) {
    json.writeStringProperty("change", change.sort().word());
    json.writeStringProperty("id", change.question().id());
    json.writeStringProperty("text", change.question().text());
    causes(change.causes());
  }

  private <T> void optional(String name, Optional<T> value, Consumer<T> properties) {
    value.ifPresent(given -> JsonText.object(json, name, () -> properties.accept(given)));
  }
}
