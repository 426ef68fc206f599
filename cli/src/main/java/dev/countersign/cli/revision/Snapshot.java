package dev.countersign.cli.revision;

import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.cli.revision.TreeFiles.Entry;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies into a mirror what a check of the systems of a revision reads: the models with what they
 * include, the policy with its rule packs, and the files that evidence names. All of it is bounded;
 * what is beyond a bound is not there, and so proves nothing.
 */
final class Snapshot {
  private static final String NAME = "countersign.yaml";

  /** The same folders that a search on disk leaves out. */
  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build");

  private static final int MAX_DEPTH = 12;
  private static final int MAX_ENTRIES = 100_000;

  /** Files that one revision may bring. */
  private static final int MAX_FILES = 10_000;

  /** Bytes of one file: what evidence may have at most. */
  private static final long MAX_BYTES = 64L << 20;

  /** Bytes of all files of one revision. */
  private static final long MAX_TOTAL = 512L << 20;

  private static final int MAX_INCLUDES = 300;

  private final TreeFiles files;
  private final Mirror mirror;
  private final List<Path> models = new ArrayList<>();
  private final Set<String> copied = new HashSet<>();
  private final Set<String> limits = new LinkedHashSet<>();
  private long total;
  private int entries;

  private Snapshot(TreeFiles files, Mirror mirror) {
    this.files = files;
    this.mirror = mirror;
  }

  /**
   * What was copied.
   *
   * @param models the main files of the systems
   * @param limits where copying stopped early, a sentence each
   */
  record Copied(List<Path> models, List<String> limits) {}

  /**
   * Copies what the systems at some paths need.
   *
   * @param under files or folders, relative to the root
   */
  static Copied copy(TreeFiles files, Mirror mirror, List<String> under) {
    Snapshot snapshot = new Snapshot(files, mirror);
    under.forEach(path -> files.find(path).ifPresent(entry -> snapshot.systems(path, entry)));
    return new Copied(List.copyOf(snapshot.models), List.copyOf(snapshot.limits));
  }

  private void systems(String path, Entry entry) {
    if (entry.file()) {
      system(path);
    } else {
      search(entry, MAX_DEPTH);
    }
  }

  private void search(Entry folder, int depth) {
    List<Entry> found = files.list(folder, MAX_ENTRIES - entries + 1);
    entries += found.size();
    if (entries > MAX_ENTRIES) {
      limits.add("The search stopped after " + MAX_ENTRIES + " files and folders.");
      return;
    }
    for (Entry entry : found) {
      String name = entry.name();
      if (entry.file() && (name.equals(NAME) || name.endsWith("." + NAME))) {
        system(entry.path());
      } else if (entry.folder() && !name.startsWith(".") && !SKIPPED.contains(name)) {
        deeper(entry, depth - 1);
      }
    }
  }

  private void deeper(Entry folder, int depth) {
    if (depth > 0) {
      search(folder, depth);
    } else {
      limits.add("Folders more than " + MAX_DEPTH + " levels deep were not searched.");
    }
  }

  private void system(String path) {
    Optional<Path> main = file(path);
    if (main.isEmpty() || models.contains(main.get())) {
      return;
    }
    models.add(main.get());
    includes(path, main.get(), new HashSet<>());
    policy(folder(path));
    ModelReader.read(main.get())
        .model()
        .ifPresent(system -> {
          evidence(system, folder(path));
          signatures(system, folder(path));
        });
  }

  private void includes(String path, Path file, Set<String> seen) {
    if (!seen.add(path) || seen.size() > MAX_INCLUDES) {
      return;
    }
    for (String include : included(file)) {
      String target = join(folder(path), include);
      file(target).ifPresent(copy -> includes(target, copy, seen));
    }
  }

  /** What the file includes; mistakes are told by whoever reads the system. */
  private static List<String> included(Path file) {
    YamlNode root = YamlFile.read(file, new Problems()).orElse(null);
    if (!(root instanceof YamlNode.Mapping map)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (YamlNode.Entry entry : map.entries()) {
      if (entry.key().text().equals("include")) {
        scalars(entry.value(), names);
      }
    }
    return names;
  }

  private static void scalars(YamlNode node, List<String> texts) {
    if (node instanceof YamlNode.Scalar scalar) {
      texts.add(scalar.text());
    } else if (node instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> scalars(item, texts));
    }
  }

  /** The nearest policy, from the folder up to the root. */
  private void policy(String from) {
    for (String folder = from; ; folder = folder(folder)) {
      String path = join(folder, Policy.FILE_NAME);
      Optional<Path> copy = file(path);
      if (copy.isPresent()) {
        packs(folder, copy.get());
        return;
      }
      if (folder.isEmpty()) {
        return;
      }
    }
  }

  private void packs(String folder, Path policy) {
    PolicyReader.read(policy)
        .policy()
        .ifPresent(read -> read.packs().forEach(pack -> anything(join(folder, pack.path()))));
  }

  private void evidence(SystemModel system, String folder) {
    for (ControlClaim claim : system.controls().values()) {
      for (ControlClaim.Evidence evidence : claim.evidence().values()) {
        for (ControlClaim.Argument argument : evidence.arguments().values()) {
          anything(join(folder, argument.text()));
          anything(join(folder(inTree(argument.place().file())), argument.text()));
        }
      }
    }
  }

  /** The sign-offs and, where there are any, the bytes of models and datasets that they cover. */
  private void signatures(SystemModel system, String folder) {
    String path = join(folder, ".countersign/sign-off/" + system.info().id());
    if (files.find(path).isEmpty()) {
      return;
    }
    anything(path);
    for (Element element : system.elements().values()) {
      Fact named = element.facts().get("files");
      if (named != null && named.value() instanceof FactValue.Paths(var patterns)) {
        String from = folder(inTree(named.place().file()));
        patterns.forEach(pattern -> anything(join(from, beforeGlob(pattern))));
      }
    }
  }

  /** The folder that a pattern starts from; all of a path that is none. */
  private static String beforeGlob(String pattern) {
    int mark = pattern.replaceAll("[*?\\[{].*", "").length();
    return mark == pattern.length() ? pattern : folder(pattern.substring(0, mark));
  }

  /** The path in the tree of a file that was read from the mirror. */
  private String inTree(String shown) {
    Path file = Path.of(shown).toAbsolutePath().normalize();
    return file.startsWith(mirror.root())
        ? mirror.root().relativize(file).toString().replace('\\', '/')
        : "";
  }

  /** A file, or a folder with all that is in it. */
  private void anything(String path) {
    if (path.length() > 1024 || path.indexOf('\n') >= 0 || mirror.at(path).isEmpty()) {
      return; // an argument that is no path: a digest, a name, a sentence
    }
    files
        .find(path)
        .ifPresent(entry -> {
          if (entry.file()) {
            copy(path, entry);
          } else if (!entry.path().isEmpty()) {
            folder(path, entry, MAX_DEPTH);
          }
        });
  }

  private void folder(String path, Entry folder, int depth) {
    for (Entry entry : files.list(folder, MAX_FILES)) {
      if (entry.file()) {
        copy(path + "/" + entry.name(), entry);
      } else if (entry.folder() && depth > 0) {
        folder(path + "/" + entry.name(), entry, depth - 1);
      }
    }
  }

  private Optional<Path> file(String path) {
    return files.find(path).filter(Entry::file).flatMap(entry -> copy(path, entry));
  }

  private Optional<Path> copy(String path, Entry entry) {
    Optional<Path> target = mirror.at(path);
    if (target.isEmpty() || copied.contains(path)) {
      return target;
    }
    Optional<byte[]> content = files.bytes(entry, Math.min(MAX_BYTES, MAX_TOTAL - total));
    if (content.isEmpty() || copied.size() >= MAX_FILES) {
      limits.add("Files beyond 64 MiB, 512 MiB together or 10,000 files were not read.");
      return Optional.empty();
    }
    copied.add(path);
    total += content.get().length;
    mirror.write(target.get(), content.get());
    return target;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
