package dev.countersign.assess.change;

import dev.countersign.assess.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What changed between two sets of systems, such as all systems of a repository at two revisions.
 *
 * @param before what the earlier set is called
 * @param after what the later one is called
 * @param systems one for each system that is in both, changed or not, by id
 * @param added systems that are only in the later set, by id
 * @param removed systems that are only in the earlier set, by id
 */
public record TreeChange(
    String before,
    String after,
    List<SystemChange> systems,
    List<Checked> added,
    List<Checked> removed) {
  public TreeChange {
    systems = List.copyOf(systems);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * Compares two sets of systems, matched by id. One system against one other is taken for the
   * same, whatever their ids.
   *
   * @param before each id once
   * @param after each id once
   */
  public static TreeChange between(
      String earlier, List<Version> before, String later, List<Version> after) {
    if (before.size() == 1 && after.size() == 1) {
      SystemChange change = SystemChange.between(before.getFirst(), after.getFirst());
      return new TreeChange(earlier, later, List.of(change), List.of(), List.of());
    }
    Map<String, Version> old = byId(before);
    List<SystemChange> changes = new ArrayList<>();
    List<Checked> added = new ArrayList<>();
    byId(after)
        .forEach((id, version) ->
            Optional.ofNullable(old.remove(id))
                .ifPresentOrElse(
                    was -> changes.add(SystemChange.between(was, version)),
                    () -> added.add(version.checked())));
    return new TreeChange(
        earlier, later, changes, added, old.values().stream().map(Version::checked).toList());
  }

  /** Whether both sets mean the same and stand the same. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed().isEmpty();
  }

  /** The systems that changed. */
  public List<SystemChange> changed() {
    return systems.stream().filter(system -> !system.isEmpty()).toList();
  }

  /** Ids of the systems in which nothing changed. */
  public List<String> unchanged() {
    return systems.stream().filter(SystemChange::isEmpty).map(SystemChange::system).toList();
  }

  private static Map<String, Version> byId(List<Version> versions) {
    Map<String, Version> byId = new TreeMap<>();
    versions.forEach(version -> byId.put(version.checked().id(), version));
    return byId;
  }
}
