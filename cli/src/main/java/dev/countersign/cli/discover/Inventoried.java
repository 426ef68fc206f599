package dev.countersign.cli.discover;

import dev.countersign.cli.compare.Comparison;
import dev.countersign.discover.Confidence;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Kind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One repository with what was found in it.
 *
 * @param root its folder as the user would type it
 * @param files how many files were looked at
 * @param unchanged how many of them were not read again
 * @param all every component, whatever its confidence
 * @param least how sure a component has to be to be listed
 * @param limits what was not looked at, one sentence each
 * @param comparison with the threat models in it
 */
public record Inventoried(
    Path root,
    int files,
    int unchanged,
    List<Component> all,
    Confidence least,
    List<String> limits,
    Comparison comparison) {
  public Inventoried {
    all = List.copyOf(all);
    limits = List.copyOf(limits);
  }

  /** The components that are sure enough. */
  public List<Component> components() {
    return all.stream().filter(it -> it.confidence().atLeast(least)).toList();
  }

  /** Those of them that ship; where nothing does, all of them. */
  public List<Component> shipped() {
    List<Component> shipped = components().stream().filter(it -> !it.aside()).toList();
    return shipped.isEmpty() ? components() : shipped;
  }

  /** How many are not sure enough. */
  public int unsure() {
    return all.size() - components().size();
  }

  /** How many of each kind ship. */
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    shipped().forEach(component -> counts.merge(component.kind(), 1, Integer::sum));
    return counts;
  }
}
