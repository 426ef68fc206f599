package dev.countersign.report.otm;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.knowledge.Control;
import dev.countersign.model.Resolution;
import dev.countersign.report.json.JsonText;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** The controls that the file claims or plans. */
final class MitigationsJson {
  /**
   * The format asks by how much a mitigation lowers the risk. Here a control either answers a
   * threat or does not, and counts only once it is proven; its state says which.
   */
  private static final int ANSWERS = 100;

  private final JsonGenerator json;
  private final Checked checked;

  MitigationsJson(JsonGenerator json, Checked checked) {
    this.json = json;
    this.checked = checked;
  }

  void write() {
    SortedSet<String> ids = new TreeSet<>(checked.assessment().controls().keySet());
    checked.assessment().threats().stream().flatMap(MitigationsJson::named).forEach(ids::add);
    JsonText.objects(json, "mitigations", ids, this::mitigation);
  }

  private static Stream<String> named(AssessedThreat threat) {
    return Stream.concat(
        threat.answer().controls().stream().map(control -> control.claim().id()),
        threat.answer().resolution().stream()
            .flatMap(it ->
                it instanceof Resolution.Planned plan ? plan.control().stream() : Stream.empty()));
  }

  private void mitigation(String id) {
    String name = id.substring(0, id.indexOf('@') < 0 ? id.length() : id.indexOf('@'));
    Optional<Control> control = checked.catalogue().control(name);
    OtmText.plain(json, "id", id);
    OtmText.plain(json, "name", control.map(Control::title).orElse(id));
    control.ifPresent(known -> OtmText.rich(json, "description", known.does()));
    json.writeNumberProperty("riskReduction", ANSWERS);
    OtmText.attributes(json, attributes(id));
  }

  private TreeMap<String, String> attributes(String id) {
    TreeMap<String, String> attributes = new TreeMap<>();
    Optional<ControlState> claimed = Optional.ofNullable(checked.assessment().controls().get(id));
    attributes.put(
        "countersign.state",
        claimed.map(control -> control.proven() ? "proven" : "unproven").orElse("planned"));
    claimed
        .flatMap(ControlState::doubt)
        .ifPresent(doubt -> attributes.put("countersign.doubt", doubt));
    return attributes;
  }
}
