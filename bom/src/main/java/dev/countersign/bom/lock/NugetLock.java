package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Locked.Entry;
import dev.countersign.bom.lock.Locked.Need;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code packages.lock.json} of NuGet: packages by target framework; own projects are left out. */
public final class NugetLock implements LockFormat {
  /** Made by {@link java.util.ServiceLoader}. */
  public NugetLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("packages.lock.json");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    for (JsonNode framework : file.json().path("dependencies")) {
      framework.properties().forEach(it -> add(it.getKey(), it.getValue(), locked));
    }
  }

  private static void add(String name, JsonNode stated, Locked locked) {
    List<Need> needs =
        stated.path("dependencies").properties().stream()
            .map(Map.Entry::getKey)
            .map(Need::of)
            .toList();
    locked.add(
        Ecosystem.NUGET,
        name,
        Nodes.text(stated, "resolved"),
        Entry.digest(Digests.base64("sha512", Nodes.text(stated, "contentHash"))).needing(needs));
  }
}
