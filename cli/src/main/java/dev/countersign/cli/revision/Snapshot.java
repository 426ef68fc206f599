package dev.countersign.cli.revision;

import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.assess.trust.TrustFile;
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
import java.util.function.BiConsumer;

/**
 * Copies into a mirror what a check of the systems of a revision reads: the models with what they
 * include, the policy with its rule packs, the trust policy with the keys that it names, the files
 * that evidence names and the models and datasets that it is about. All of it is bounded; what is
 * beyond a bound is not there, and so proves nothing.
 */
final class Snapshot {
  private static final String NAME = "countersign.yaml";

  /** The same folders that a search on disk leaves out. */
  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build");

  private static final int MAX_DEPTH = 12;
  private static final int MAX_ENTRIES = 100_000;

  private static final int MAX_INCLUDES = 300;

  private final TreeFiles files;
  private final Mirror mirror;
  private final BoundedCopy copy;
  private final List<Path> models = new ArrayList<>();
  private final Set<String> limits = new LinkedHashSet<>();
  private int entries;

  private Snapshot(TreeFiles files, Mirror mirror) {
    this.files = files;
    this.mirror = mirror;
    this.copy = new BoundedCopy(files, mirror);
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
    snapshot.limits.addAll(snapshot.copy.limits());
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
    Optional<Path> main = copy.file(path);
    if (main.isEmpty() || models.contains(main.get())) {
      return;
    }
    models.add(main.get());
    includes(path, main.get(), new HashSet<>());
    nearest(folder(path), Policy.FILE_NAME, this::packs);
    nearest(folder(path), TrustFile.NAME, this::keys);
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
      copy.file(target).ifPresent(found -> includes(target, found, seen));
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
    } else if (node instanceof YamlNode.Mapping map) {
      map.entries().forEach(entry -> scalars(entry.value(), texts));
    }
  }

  /** The nearest file of that name, from the folder up to the root, with what it names. */
  private void nearest(String from, String name, BiConsumer<String, Path> named) {
    for (String folder = from; ; folder = folder(folder)) {
      Optional<Path> found = copy.file(join(folder, name));
      if (found.isPresent()) {
        named.accept(folder, found.get());
        return;
      }
      if (folder.isEmpty()) {
        return;
      }
    }
  }

  /** Whatever in it is the path of a file; the trust policy itself cannot be read without them. */
  private void keys(String folder, Path trust) {
    List<String> texts = new ArrayList<>();
    YamlFile.read(trust, new Problems()).ifPresent(root -> scalars(root, texts));
    texts.stream()
        .filter(BoundedCopy::mayBePath)
        .map(text -> join(folder, text))
        .filter(path -> mirror.at(path).isPresent())
        .forEach(copy::file);
  }

  private void packs(String folder, Path policy) {
    PolicyReader.read(policy)
        .policy()
        .ifPresent(read -> read.packs().forEach(pack -> copy.anything(join(folder, pack.path()))));
  }

  private void evidence(SystemModel system, String folder) {
    for (ControlClaim claim : system.controls().values()) {
      for (ControlClaim.Evidence evidence : claim.evidence().values()) {
        for (ControlClaim.Argument argument : evidence.arguments().values()) {
          copy.anything(join(folder, argument.text()));
          copy.anything(join(folder(inTree(argument.place().file())), argument.text()));
        }
      }
    }
  }

  /**
   * The sign-offs, and where anything is signed, the bytes of models and datasets that it covers.
   */
  private void signatures(SystemModel system, String folder) {
    String path = join(folder, ".countersign/sign-off/" + system.info().id());
    boolean signed = files.find(path).isPresent();
    if (!signed && !restsOnSignatures(system)) {
      return;
    }
    copy.anything(path);
    for (Element element : system.elements().values()) {
      Fact named = element.facts().get("files");
      if (named != null && named.value() instanceof FactValue.Paths(var patterns)) {
        String from = folder(inTree(named.place().file()));
        patterns.forEach(pattern -> copy.anything(join(from, beforeGlob(pattern))));
      }
    }
  }

  private static boolean restsOnSignatures(SystemModel system) {
    return system.controls().values().stream()
        .flatMap(claim -> claim.evidence().keySet().stream())
        .anyMatch(kind -> !kind.equals("document"));
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

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
