package dev.countersign.model.read;

import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.ElementKind;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the {@code controls} section: claims that a control is in place, with their evidence. */
final class Controls {
  private static final Set<ElementKind> ANY = EnumSet.allOf(ElementKind.class);
  private static final String FORM = "control@element";
  private static final String SAY_KIND = "Say what kind of evidence it is: '{ document: … }'.";

  private final Draft draft;
  private final Problems problems;

  Controls(Draft draft) {
    this.draft = draft;
    this.problems = draft.problems;
  }

  void bind(YamlNode section) {
    for (Entry entry : Entries.of(section, "controls by " + FORM, Entries.BY_ID, problems)) {
      if (Ids.checkPair(entry.key().text(), FORM, entry.key().span(), problems)) {
        bind(entry);
      }
    }
  }

  private void bind(Entry entry) {
    String id = entry.key().text();
    int at = id.indexOf('@');
    String element = id.substring(at + 1);
    draft.references.add(element, entry.key().span(), ANY);
    ControlClaim claim =
        new ControlClaim(
            id.substring(0, at), element, entry.key().place(), evidence(entry.value()));
    Repeated.put(draft.controls, id, claim, entry.key(), ControlClaim::place, problems);
  }

  private Map<String, Evidence> evidence(YamlNode value) {
    Map<String, Evidence> evidence = new HashMap<>();
    for (Entry offer : Entries.of(value, "evidence by kind", SAY_KIND, problems)) {
      String kind = offer.key().text();
      Ids.check(kind, offer.key().span(), problems);
      Map<String, Argument> arguments = new HashMap<>();
      collect("", offer.value(), arguments);
      evidence.put(kind, new Evidence(kind, offer.key().place(), arguments));
    }
    return evidence;
  }

  /** A bare value is {@code file}; the items of a list are {@code file.1}, {@code file.2}, … */
  private void collect(String name, YamlNode value, Map<String, Argument> arguments) {
    if (value instanceof Scalar scalar) {
      bare(name, scalar, arguments);
    } else if (value instanceof Sequence list) {
      items(name.isEmpty() ? "file" : name, list, arguments);
    } else if (value instanceof Mapping map) {
      for (Entry entry : map.entries()) {
        String key = entry.key().text();
        collect(name.isEmpty() ? key : name + "." + key, entry.value(), arguments);
      }
    }
  }

  private void bare(String name, Scalar scalar, Map<String, Argument> arguments) {
    if (scalar.isNull()) {
      problems.expected(scalar, "a path, or a map of arguments", "Write it or remove the key.");
    } else {
      Argument argument = new Argument(scalar.text(), scalar.place());
      arguments.put(name.isEmpty() ? "file" : name, argument);
    }
  }

  private void items(String name, Sequence list, Map<String, Argument> arguments) {
    int number = 1;
    for (YamlNode item : list.items()) {
      collect(name + "." + number++, item, arguments);
    }
  }
}
