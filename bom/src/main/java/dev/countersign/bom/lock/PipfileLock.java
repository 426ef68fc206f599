package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Locked.Entry;
import tools.jackson.databind.JsonNode;

/** {@code Pipfile.lock} of pipenv: what ships, which is its section {@code default}. */
public final class PipfileLock implements LockFormat {
  /** Made by {@link java.util.ServiceLoader}. */
  public PipfileLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("Pipfile.lock");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    file.json().path("default").properties().forEach(it -> add(it.getKey(), it.getValue(), locked));
  }

  private static void add(String name, JsonNode stated, Locked locked) {
    String version = Nodes.text(stated, "version").replaceFirst("^={2,3}", "");
    Entry entry =
        Entry.digest(
            Digests.only(
                stated
                    .path("hashes")
                    .valueStream()
                    .map(hash -> Digests.prefixed(hash.asString("")))
                    .toList()));
    locked.add(Ecosystem.PYPI, name, version, entry);
  }
}
