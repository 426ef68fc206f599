package dev.countersign.model.read;

import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import dev.countersign.model.language.Form;
import dev.countersign.model.language.KeyTree;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code resolutions} section: one answer to each threat. */
final class Resolutions {
  private static final List<String> KINDS =
      List.of("control", "planned", "accepted", "designed-out");
  private static final KeyTree PLANNED = KeyTree.of(Form.PLANNED.keys());
  private static final KeyTree ACCEPTED = KeyTree.of(Form.ACCEPTED.keys());
  private static final KeyTree DESIGNED_OUT = KeyTree.of(Form.DESIGNED_OUT.keys());

  private final Draft draft;
  private final Problems problems;
  private final FactBinder facts;

  Resolutions(Draft draft, FactBinder facts) {
    this.draft = draft;
    this.problems = draft.problems;
    this.facts = facts;
  }

  void bind(YamlNode section) {
    for (Entry entry : Entries.of(section, "answers by threat id", Entries.BY_ID, problems)) {
      Scalar key = entry.key();
      if (Ids.checkPair(key.text(), "family@element", key.span(), problems)) {
        answer(entry)
            .ifPresent(found ->
                Repeated.put(
                    draft.resolutions, key.text(), found, key, Resolution::place, problems));
      }
    }
  }

  private Optional<Resolution> answer(Entry entry) {
    List<Entry> answers = entry.value() instanceof Mapping map ? map.entries() : List.of();
    if (answers.size() == 1 && KINDS.contains(answers.getFirst().key().text())) {
      return answer(entry.key(), answers.getFirst());
    }
    if (!(entry.value() instanceof Mapping)) {
      problems.expected(
          entry.value(), "a map with one of " + String.join(", ", KINDS), "Choose one answer.");
      return Optional.empty();
    }
    refuse(entry.key(), answers);
    return Optional.empty();
  }

  private void refuse(Scalar threat, List<Entry> answers) {
    boolean known = true;
    for (Entry answer : answers) {
      if (!KINDS.contains(answer.key().text())) {
        problems.unknownKey(answer.key(), KINDS);
        known = false;
      }
    }
    if (known) {
      problems.add(
          "one-answer",
          threat.span(),
          "this threat has %s".formatted(answers.isEmpty() ? "no answer" : "several answers"),
          "exactly one of " + String.join(", ", KINDS),
          answers.isEmpty() ? "Write one, or remove the line." : "Keep one of them.");
    }
  }

  private Optional<Resolution> answer(Scalar threat, Entry answer) {
    String id = threat.text();
    Place place = threat.place();
    YamlNode value = answer.value();
    return switch (answer.key().text()) {
      case "control" -> controls(value).map(ids -> new Resolution.ByControl(id, place, ids));
      case "planned" -> given(answer, PLANNED).map(given -> planned(id, place, given, value));
      case "accepted" -> given(answer, ACCEPTED).map(given -> accepted(id, place, given));
      default -> given(answer, DESIGNED_OUT).map(given -> designedOut(id, place, given));
    };
  }

  private Optional<List<String>> controls(YamlNode value) {
    List<String> ids = new ArrayList<>();
    for (Scalar id : MapReader.scalars(value, problems)) {
      if (Ids.checkPair(id.text(), "control@element", id.span(), problems)) {
        ids.add(id.text());
      }
    }
    return Optional.of(ids);
  }

  private Resolution planned(String threat, Place place, Given given, YamlNode value) {
    Optional<String> control = given.text("control");
    if (control.isPresent() && value instanceof Mapping map) {
      map.get("control")
          .ifPresent(at -> Ids.checkPair(control.get(), "control@element", at.span(), problems));
    }
    return new Resolution.Planned(
        threat, place, control, given.text("owner"), given.day("by"), given.text("ticket"));
  }

  private static Resolution accepted(String threat, Place place, Given given) {
    return new Resolution.Accepted(
        threat,
        place,
        given.text("by"),
        given.day("until"),
        given.text("reason"),
        given.text("record"));
  }

  private static Resolution designedOut(String threat, Place place, Given given) {
    return new Resolution.DesignedOut(threat, place, given.text("change"), given.text("reference"));
  }

  private Optional<Given> given(Entry answer, KeyTree tree) {
    if (answer.value() instanceof Mapping map) {
      return Optional.of(new Given(facts.bind(map, answer.key(), tree)));
    }
    problems.expected(
        answer.value(), "a map with " + String.join(", ", tree.names()), "Write these keys.");
    return Optional.empty();
  }
}
