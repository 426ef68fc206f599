package dev.countersign.assess.policy;

import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what a policy says of model artefacts. */
final class ArtefactPolicyReader {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String CALL = NAME + "(\\." + NAME + ")*(\\.\\*)?";

  private final Problems problems;

  ArtefactPolicyReader(Problems problems) {
    this.problems = problems;
  }

  ArtefactPolicy read(MapReader map) {
    List<String> formats = Inspector.formatIds();
    ArtefactPolicy policy =
        new ArtefactPolicy(
            formats(map, "forbidden", formats), formats(map, "only", formats), calls(map));
    map.done();
    return policy;
  }

  private SortedSet<String> formats(MapReader map, String key, List<String> known) {
    SortedSet<String> ids = new TreeSet<>();
    for (Scalar word : map.scalars(key)) {
      if (known.contains(word.text())) {
        ids.add(word.text());
      } else {
        problems.unknownWord(word, known, "Choose one of these.");
      }
    }
    return ids;
  }

  private SortedSet<String> calls(MapReader map) {
    SortedSet<String> calls = new TreeSet<>();
    for (Scalar call : map.scalars("allowed")) {
      if (call.text().matches(CALL)) {
        calls.add(call.text());
      } else {
        problems.expected(
            call,
            "the whole name of a class or function",
            "Write it as a finding shows it, for example acme.models.Scorer, or acme.models.* for"
                + " everything in a module.");
      }
    }
    return calls;
  }
}
