package dev.countersign.cli.trust;

import dev.countersign.attest.trust.Role;
import dev.countersign.cli.console.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of a first trust policy. */
public final class TrustDraft {
  private final Path folder;
  private final List<String> systems;
  private final Map<String, Path> keys = new TreeMap<>();
  private final Map<String, Set<Role>> roles = new TreeMap<>();

  /**
   * Trusts nobody yet.
   *
   * @param file where it will be written
   * @param systems of which they may speak; empty for all
   */
  public TrustDraft(Path file, List<String> systems) {
    this.folder = file.toAbsolutePath().normalize().resolveSibling("");
    this.systems = List.copyOf(systems);
  }

  /**
   * Lets these speak in a role.
   *
   * @throws Refused if one was named with another key before
   */
  public void add(Role role, Map<String, Path> named) {
    named.forEach((id, key) -> {
      Path other = keys.putIfAbsent(id, key);
      if (other != null && !other.equals(key)) {
        throw new Refused(
            id + " has two keys, " + other + " and " + key + ". Name two identities.");
      }
      roles.computeIfAbsent(id, _ -> EnumSet.noneOf(Role.class)).add(role);
    });
  }

  /** Whether nobody is trusted. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The YAML. */
  public String text() {
    List<String> lines = new ArrayList<>(List.of("countersign-trust: 1", "identities:"));
    keys.forEach((id, key) -> lines.add("  %s: { key: %s }".formatted(quoted(id), path(key))));
    lines.add("rules:");
    roles.forEach((id, in) ->
        lines.add(
            "  - { identity: %s, roles: [%s]%s }"
                .formatted(
                    quoted(id),
                    in.stream().map(Role::word).collect(Collectors.joining(", ")),
                    ofSystems())));
    return String.join("\n", lines) + "\n";
  }

  private String ofSystems() {
    return systems.isEmpty()
        ? ""
        : ", systems: [%s]"
            .formatted(systems.stream().map(TrustDraft::quoted).collect(Collectors.joining(", ")));
  }

  private String path(Path key) {
    return quoted(
        folder.relativize(key.toAbsolutePath().normalize()).toString().replace('\\', '/'));
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_./-]*") ? text : "'" + text.replace("'", "''") + "'";
  }
}
