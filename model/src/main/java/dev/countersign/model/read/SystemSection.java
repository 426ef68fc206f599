package dev.countersign.model.read;

import dev.countersign.model.SystemInfo;
import dev.countersign.model.language.Form;
import dev.countersign.model.language.KeyTree;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;

/** Reads the {@code system} section. */
final class SystemSection {
  private static final KeyTree TREE = KeyTree.of(Form.SYSTEM.keys());

  private final Draft draft;
  private final FactBinder facts;

  SystemSection(Draft draft, FactBinder facts) {
    this.draft = draft;
    this.facts = facts;
  }

  void bind(Entry section) {
    if (!(section.value() instanceof Mapping map)) {
      draft.problems.expected(
          section.value(), "a map with " + String.join(", ", TREE.names()), "Write these keys.");
      return;
    }
    Given given = new Given(facts.bind(map, section.key(), TREE));
    given
        .text("id")
        .ifPresent(id -> map.get("id").ifPresent(at -> Ids.check(id, at.span(), draft.problems)));
    draft.info(
        new SystemInfo(
            given.text("id").orElse(""),
            section.key().place(),
            given.text("purpose").orElse(""),
            given.text("ml-lead"),
            given.text("security-lead"),
            given.day("next-checkpoint")));
  }
}
