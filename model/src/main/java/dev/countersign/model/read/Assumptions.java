package dev.countersign.model.read;

import dev.countersign.model.Assumption;
import dev.countersign.model.language.Form;
import dev.countersign.model.language.KeyTree;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;

/** Reads the {@code assumptions} section. */
final class Assumptions {
  private static final KeyTree TREE = KeyTree.of(Form.ASSUMPTION.keys());

  private final Draft draft;
  private final FactBinder facts;

  Assumptions(Draft draft, FactBinder facts) {
    this.draft = draft;
    this.facts = facts;
  }

  void bind(YamlNode section) {
    for (Entry entry : Entries.of(section, "assumptions by id", Entries.BY_ID, draft.problems)) {
      Ids.check(entry.key().text(), entry.key().span(), draft.problems);
      bind(entry);
    }
  }

  private void bind(Entry entry) {
    if (!(entry.value() instanceof Mapping map)) {
      draft.problems.expected(
          entry.value(), "a map with " + String.join(", ", TREE.names()), "Write these keys.");
      return;
    }
    Given given = new Given(facts.bind(map, entry.key(), TREE));
    String id = entry.key().text();
    Assumption assumption =
        new Assumption(
            id,
            entry.key().place(),
            given.text("states").orElse(""),
            given.text("owner"),
            given.day("until"),
            given.ids("about"));
    Repeated.put(draft.assumptions, id, assumption, entry.key(), Assumption::place, draft.problems);
  }
}
