package dev.countersign.knowledge;

import dev.countersign.knowledge.rules.CompiledPacks;
import dev.countersign.knowledge.rules.CompiledRule;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that a verdict stands on besides the system itself: the families with their triggers
 * and the controls. Immutable.
 */
public final class Knowledge {
  private final Map<String, CompiledRule> rules;
  private final Map<String, Control> controls;
  private final String digest;

  private Knowledge(Collection<CompiledRule> rules, Collection<Control> controls, String digest) {
    Map<String, CompiledRule> byFamily = new TreeMap<>();
    rules.forEach(rule -> byFamily.put(rule.family().id(), rule));
    Map<String, Control> byId = new TreeMap<>();
    controls.forEach(control -> byId.put(control.id(), control));
    this.rules = Collections.unmodifiableMap(byFamily);
    this.controls = Collections.unmodifiableMap(byId);
    this.digest = digest;
  }

  /** What ships with this version of Countersign; read once in the life of the process. */
  public static Knowledge bundled() {
    return Bundled.KNOWLEDGE;
  }

  /** Initialised by whichever thread asks first; others wait for it. */
  private static final class Bundled {
    static final Knowledge KNOWLEDGE = read();

    private static Knowledge read() {
      CompiledPacks packs = CompiledPacks.bundled();
      return new Knowledge(packs.rules(), packs.controls(), packs.digest());
    }
  }

  /**
   * Knowledge of exactly these rules and controls.
   *
   * @param digest names their version
   */
  public static Knowledge of(
      Collection<CompiledRule> rules, Collection<Control> controls, String digest) {
    List<CompiledRule> all = List.copyOf(rules);
    return new Knowledge(all, CompiledPacks.stopping(List.copyOf(controls), all), digest);
  }

  /**
   * The same with an organisation's own rules added. A rule for a family that is already there
   * takes its place.
   *
   * @param more compiled rules
   * @param digest names the version of these rules
   */
  public Knowledge with(List<CompiledRule> more, String digest) {
    List<CompiledRule> all = Stream.concat(rules.values().stream(), more.stream()).toList();
    return of(all, controls.values(), this.digest + "+" + digest);
  }

  /** All rules, by family id. */
  public Collection<CompiledRule> rules() {
    return rules.values();
  }

  /** All families, by stage and then by id. */
  public List<Family> families() {
    return rules.values().stream()
        .map(CompiledRule::family)
        .sorted(Comparator.comparing(Family::stage).thenComparing(Family::id))
        .toList();
  }

  /** The family of that id. */
  public Optional<Family> family(String id) {
    return Optional.ofNullable(rules.get(id)).map(CompiledRule::family);
  }

  /** All controls, by id. */
  public Collection<Control> controls() {
    return controls.values();
  }

  /** The control of that id. */
  public Optional<Control> control(String id) {
    return Optional.ofNullable(controls.get(id));
  }

  /** Names this version of the rules: {@code sha256:…}. */
  public String digest() {
    return digest;
  }
}
