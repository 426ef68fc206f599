package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Locked.Entry;
import dev.countersign.bom.lock.Locked.Need;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code Cargo.lock}: packages with a source; those without one are developed here. */
public final class CargoLock implements LockFormat {
  /** Made by {@link java.util.ServiceLoader}. */
  public CargoLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("Cargo.lock");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    for (JsonNode item : file.toml().path("package")) {
      if (item.has("source")) {
        locked.add(
            Ecosystem.CARGO,
            Nodes.text(item, "name"),
            Nodes.text(item, "version"),
            Entry.digest(Digests.hex("sha256", Nodes.text(item, "checksum"))).needing(needs(item)));
      }
    }
  }

  /** {@code name}, {@code name version} or {@code name version (source)}. */
  private static List<Need> needs(JsonNode item) {
    return item.path("dependencies")
        .valueStream()
        .map(need -> need.asString("").split(" "))
        .map(words -> new Need(words[0], words.length > 1 ? words[1] : ""))
        .toList();
  }
}
