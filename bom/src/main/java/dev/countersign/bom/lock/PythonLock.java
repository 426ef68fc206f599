package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Library.Digest;
import dev.countersign.bom.lock.Locked.Entry;
import dev.countersign.bom.lock.Locked.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * {@code uv.lock}, {@code poetry.lock}, {@code pdm.lock} and {@code pylock.toml} (PEP 751): lists
 * of packages in TOML that differ in small things.
 */
public final class PythonLock implements LockFormat {
  private static final Set<String> NAMES =
      Set.of("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Made by {@link java.util.ServiceLoader}. */
  public PythonLock() {}

  @Override
  public boolean reads(String name) {
    return NAMES.contains(name) || name.startsWith("pylock.") && name.endsWith(".toml");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    JsonNode root = file.toml();
    for (JsonNode item : root.has("packages") ? root.path("packages") : root.path("package")) {
      if (!isOwn(item)) {
        locked.add(
            Ecosystem.PYPI,
            Nodes.text(item, "name"),
            Nodes.text(item, "version"),
            Entry.digest(Digests.only(digests(item))).needing(needs(item)));
      }
    }
  }

  /** What is developed here is no library: uv lists the project itself. */
  private static boolean isOwn(JsonNode item) {
    JsonNode source = item.path("source");
    return source.has("virtual") || source.has("editable") || source.has("directory");
  }

  private static List<Optional<Digest>> digests(JsonNode item) {
    List<Optional<Digest>> found = new ArrayList<>();
    archive(item.path("sdist"), found);
    for (String list : List.of("wheels", "files")) {
      item.path(list).forEach(one -> archive(one, found));
    }
    return found;
  }

  private static void archive(JsonNode archive, List<Optional<Digest>> found) {
    String hash = Nodes.text(archive, "hash");
    if (!hash.isEmpty()) {
      found.add(Digests.prefixed(hash));
    }
    archive
        .path("hashes")
        .properties()
        .forEach(it -> found.add(Digests.hex(it.getKey(), it.getValue().asString(""))));
  }

  private static List<Need> needs(JsonNode item) {
    JsonNode stated = item.path("dependencies");
    if (stated.isObject()) {
      return stated.properties().stream().map(Map.Entry::getKey).map(Need::of).toList();
    }
    List<Need> needs = new ArrayList<>();
    for (JsonNode one : stated) {
      String name = one.isString() ? first(one.stringValue()) : Nodes.text(one, "name");
      needs.add(new Need(name, Nodes.text(one, "version")));
    }
    return needs;
  }

  /** The name at the beginning of a requirement such as {@code numpy>=1.20}. */
  private static String first(String requirement) {
    Matcher name = NAME.matcher(requirement);
    return name.lookingAt() ? name.group() : "";
  }
}
