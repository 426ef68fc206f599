package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Locked.Entry;
import dev.countersign.bom.lock.Locked.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code package-lock.json} and {@code npm-shrinkwrap.json} of versions 1 to 3
 * (docs.npmjs.com/cli/configuring-npm/package-lock-json). What only development needs is left out.
 */
public final class PackageLock implements LockFormat {
  private static final String MODULES = "node_modules/";
  private static final int DEEPEST = 32;

  /** Made by {@link java.util.ServiceLoader}. */
  public PackageLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("package-lock.json") || name.equals("npm-shrinkwrap.json");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    JsonNode root = file.json();
    if (root.has("packages")) {
      JsonNode packages = root.path("packages");
      packages.properties().forEach(it -> installed(it.getKey(), it.getValue(), packages, locked));
    } else {
      nested(root.path("dependencies"), locked, 0);
    }
  }

  private static void installed(String path, JsonNode stated, JsonNode all, Locked locked) {
    int at = path.lastIndexOf(MODULES);
    if (at < 0 || stated.path("link").asBoolean(false) || isForDevelopment(stated)) {
      return;
    }
    String name = Nodes.text(stated, "name");
    locked.add(
        Ecosystem.NPM,
        name.isEmpty() ? path.substring(at + MODULES.length()) : name,
        Nodes.text(stated, "version"),
        Entry.digest(Digests.integrity(Nodes.text(stated, "integrity")))
            .licensed(Nodes.text(stated, "license"))
            .needing(needs(path, stated, all)));
  }

  private static boolean isForDevelopment(JsonNode stated) {
    return stated.path("dev").asBoolean(false) || stated.path("devOptional").asBoolean(false);
  }

  /** Each need as Node resolves it: from the innermost folder of modules outwards. */
  private static List<Need> needs(String path, JsonNode stated, JsonNode all) {
    return Stream.of("dependencies", "optionalDependencies", "peerDependencies")
        .flatMap(kind -> stated.path(kind).properties().stream())
        .map(Map.Entry::getKey)
        .map(name -> new Need(name, resolved(path, name, all)))
        .toList();
  }

  private static String resolved(String path, String name, JsonNode all) {
    for (String at = path; ; at = at.substring(0, Math.max(0, at.lastIndexOf("/" + MODULES)))) {
      JsonNode found = all.path((at.isEmpty() ? "" : at + "/") + MODULES + name);
      if (found.isObject() || at.isEmpty()) {
        return Nodes.text(found, "version");
      }
    }
  }

  private static void nested(JsonNode dependencies, Locked locked, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : dependencies.properties()) {
      JsonNode stated = entry.getValue();
      if (!stated.path("dev").asBoolean(false)) {
        List<Need> needs = new ArrayList<>();
        stated.path("requires").properties().forEach(it -> needs.add(Need.of(it.getKey())));
        locked.add(
            Ecosystem.NPM,
            entry.getKey(),
            Nodes.text(stated, "version"),
            Entry.digest(Digests.integrity(Nodes.text(stated, "integrity"))).needing(needs));
        nested(stated.path("dependencies"), locked, depth + 1);
      }
    }
  }
}
