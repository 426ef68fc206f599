package dev.countersign.bom.lock;

import dev.countersign.bom.lock.Locked.Entry;
import dev.countersign.bom.lock.Locked.Need;
import dev.countersign.model.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code pnpm-lock.yaml} of versions 5 to 9 (github.com/pnpm/spec): packages by {@code
 * /name/version}, {@code /name@version} or {@code name@version}, from 9 on with their dependencies
 * under {@code snapshots}.
 */
public final class PnpmLock implements LockFormat {
  private static final Pattern KEY =
      Pattern.compile("/?((?:@[^@/]+/)?[^@/]+)[@/]([0-9][^(_]*)(?:[(_].*)?");

  /** Made by {@link java.util.ServiceLoader}. */
  public PnpmLock() {}

  @Override
  public boolean reads(String name) {
    return name.equals("pnpm-lock.yaml");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    YamlNode.Mapping root = file.yaml();
    Stream.of("packages", "snapshots")
        .flatMap(section -> Nodes.entries(root, section).stream())
        .filter(entry -> !Nodes.text(entry.value(), "dev").equals("true"))
        .forEach(entry -> add(entry, locked));
  }

  private static void add(YamlNode.Entry entry, Locked locked) {
    Matcher key = KEY.matcher(entry.key().text());
    if (key.matches()) {
      locked.add(
          Ecosystem.NPM,
          key.group(1),
          key.group(2),
          Entry.digest(Digests.integrity(integrity(entry.value()))).needing(needs(entry.value())));
    }
  }

  private static String integrity(YamlNode stated) {
    Optional<YamlNode> resolution =
        stated instanceof YamlNode.Mapping map ? map.get("resolution") : Optional.empty();
    return resolution.map(it -> Nodes.text(it, "integrity")).orElse("");
  }

  private static List<Need> needs(YamlNode stated) {
    return Stream.of("dependencies", "optionalDependencies")
        .flatMap(section -> Nodes.entries(stated, section).stream())
        .map(it -> it.key().text())
        .map(name -> new Need(name, version(stated, name)))
        .toList();
  }

  private static String version(YamlNode stated, String name) {
    return Stream.of("dependencies", "optionalDependencies")
        .flatMap(section -> Nodes.entries(stated, section).stream())
        .filter(it -> it.key().text().equals(name))
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(it -> ((YamlNode.Scalar) it).text().replaceFirst("[(_].*", ""))
        .findFirst()
        .orElse("");
  }
}
