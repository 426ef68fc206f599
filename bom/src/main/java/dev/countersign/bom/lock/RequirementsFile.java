package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Library.Digest;
import dev.countersign.bom.lock.Locked.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code requirements*.txt} of pip, as far as versions are fixed by {@code ==}
 * (pip.pypa.io/en/stable/reference/requirements-file-format).
 */
public final class RequirementsFile implements LockFormat {
  private static final Pattern PINNED =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^\\]]*])?\\s*===?\\s*([^\\s;,#*]+)");
  private static final Pattern HASH = Pattern.compile("--hash[= ](\\w+:[0-9a-fA-F]+)");

  /** Made by {@link java.util.ServiceLoader}. */
  public RequirementsFile() {}

  @Override
  public boolean reads(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("requirements") && lower.endsWith(".txt");
  }

  @Override
  public void read(LockText file, Locked locked) {
    // A backslash at the end joins lines.
    for (String line : file.text().replaceAll("\\\\\\r?\\n", " ").lines().toList()) {
      Matcher pinned = PINNED.matcher(line.strip());
      if (pinned.lookingAt()) {
        locked.add(
            Ecosystem.PYPI,
            pinned.group(1),
            pinned.group(2),
            Entry.digest(Digests.only(hashes(line))));
      }
    }
  }

  private static List<Optional<Digest>> hashes(String line) {
    List<Optional<Digest>> hashes = new ArrayList<>();
    Matcher hash = HASH.matcher(line);
    while (hash.find()) {
      hashes.add(Digests.prefixed(hash.group(1)));
    }
    return hashes;
  }
}
