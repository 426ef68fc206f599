package dev.countersign.model.read;

import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import dev.countersign.model.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A system while it is being read. */
final class Draft {
  /** The built-in actor that every file may refer to. */
  static final String ANYONE = "anyone";

  final Problems problems;
  final References references;
  final Map<String, Element> elements = new HashMap<>();
  final Map<String, ControlClaim> controls = new HashMap<>();
  final Map<String, Resolution> resolutions = new HashMap<>();
  final Map<String, Assumption> assumptions = new HashMap<>();
  private final String file;
  private final List<String> sources = new ArrayList<>();
  private Optional<SystemInfo> info = Optional.empty();

  Draft(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.references = new References(problems);
    Place place = new Place(file, 1, 1);
    Fact trust = new Fact(new FactValue.Level(TrustLevel.PUBLIC), place);
    elements.put(ANYONE, new Element(ElementKind.ACTOR, ANYONE, place, Map.of("trust", trust)));
  }

  void source(String name) {
    sources.add(name);
  }

  void info(SystemInfo found) {
    info = Optional.of(found);
  }

  void checkReferences() {
    references.check(elements);
  }

  /** The finished model; empty where there is no {@code system} section. */
  Optional<SystemModel> model() {
    return info.map(found ->
        new SystemModel(file, found, elements, controls, resolutions, assumptions, sources));
  }
}
