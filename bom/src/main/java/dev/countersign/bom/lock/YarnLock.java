package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Locked.Entry;
import dev.countersign.bom.lock.Locked.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code yarn.lock}, the first form and that of Yarn 2 on, which is YAML of the same shape: a line
 * with specifiers, then fields two blanks further in, then dependencies four blanks in.
 */
public final class YarnLock implements LockFormat {
  private static final Pattern HEAD = Pattern.compile("\"?((?:@[^@/\\s\"]+/)?[^@/\\s\"]+)@.*:");
  private static final Pattern FIELD =
      Pattern.compile("  (version|integrity|resolution):?\\s+\"?([^\"\\s]+)\"?");
  private static final Pattern NEED = Pattern.compile("    \"?([^\"\\s:]+)\"?:?\\s+.*");

  /** Made by {@link java.util.ServiceLoader}. */
  public YarnLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("yarn.lock");
  }

  @Override
  public void read(LockText file, Locked locked) {
    Block block = new Block("");
    for (String line : file.lines()) {
      Matcher head = HEAD.matcher(line);
      if (!line.startsWith(" ") && head.matches()) {
        block.addTo(locked);
        block = new Block(head.group(1));
      } else {
        block.take(line);
      }
    }
    block.addTo(locked);
  }

  private static final class Block {
    private final String name;
    private final List<Need> needs = new ArrayList<>();
    private String version = "";
    private String integrity = "";
    private boolean own;
    private boolean dependencies;

    Block(String name) {
      this.name = name;
    }

    void take(String line) {
      Matcher need = NEED.matcher(line);
      if (dependencies && need.matches()) {
        needs.add(Need.of(need.group(1)));
        return;
      }
      dependencies = line.matches("  (dependencies|optionalDependencies):\\s*");
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        set(field.group(1), field.group(2));
      }
    }

    private void set(String field, String value) {
      switch (field) {
        case "version" -> version = value;
        case "integrity" -> integrity = value;
        default -> own = value.contains("@workspace:");
      }
    }

    void addTo(Locked locked) {
      if (!own && !version.startsWith("0.0.0-use.local")) {
        locked.add(
            Ecosystem.NPM,
            name,
            version,
            Entry.digest(Digests.integrity(integrity)).needing(needs));
      }
    }
  }
}
