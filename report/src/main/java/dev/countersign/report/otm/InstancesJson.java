package dev.countersign.report.otm;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.model.Resolution;
import dev.countersign.report.json.JsonText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * The threats to one part, each with its state and the mitigations that are in place or missing.
 */
final class InstancesJson {
  private final JsonGenerator json;
  private final Map<String, List<AssessedThreat>> byElement = new TreeMap<>();

  InstancesJson(JsonGenerator json, Checked checked) {
    this.json = json;
    for (AssessedThreat threat : checked.assessment().threats()) {
      Stream.concat(Stream.of(threat.threat().element().id()), threat.threat().members().stream())
          .forEach(id -> byElement.computeIfAbsent(id, _ -> new ArrayList<>()).add(threat));
    }
  }

  void write(String element) {
    JsonText.objects(json, "threats", byElement.getOrDefault(element, List.of()), this::instance);
  }

  private void instance(AssessedThreat threat) {
    json.writeStringProperty("threat", threat.threat().id());
    json.writeStringProperty("state", state(threat.answer().state()));
    JsonText.objects(json, "mitigations", mitigations(threat.answer()), this::mitigation);
  }

  /** In the words of the format's examples; what is only planned or claimed leaves it exposed. */
  static String state(Answer.State state) {
    return switch (state) {
      case OPEN, UNPROVEN, PLANNED -> "exposed";
      case ACCEPTED -> "accepted";
      case CONTROLLED -> "mitigated";
    };
  }

  private record Mitigation(String id, boolean proven) {}

  private static Collection<Mitigation> mitigations(Answer answer) {
    Stream<Mitigation> claimed = answer.controls().stream().map(InstancesJson::claimed);
    Stream<Mitigation> planned =
        answer.resolution().stream()
            .flatMap(it ->
                it instanceof Resolution.Planned plan ? plan.control().stream() : Stream.empty())
            .map(control -> new Mitigation(control, false));
    return Stream.concat(claimed, planned).distinct().toList();
  }

  private static Mitigation claimed(ControlState control) {
    return new Mitigation(control.claim().id(), control.proven());
  }

  private void mitigation(Mitigation mitigation) {
    OtmText.plain(json, "mitigation", mitigation.id());
    json.writeStringProperty("state", mitigation.proven() ? "implemented" : "required");
  }
}
