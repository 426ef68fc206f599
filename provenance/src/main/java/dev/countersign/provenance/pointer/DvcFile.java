package dev.countersign.provenance.pointer;

import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import dev.countersign.provenance.MalformedMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code *.dvc} and {@code dvc.lock} (dvc.org/doc/user-guide/project-structure). */
public final class DvcFile {
  private static final int MOST_OUTS = 100_000;
  private static final Pattern MD5 = Pattern.compile("([0-9a-f]{32})(\\.dir)?");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private DvcFile() {}

  /** Whether a file of that name is one of DVC's. */
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals("dvc.lock") || name.endsWith(".dvc") && name.length() > ".dvc".length();
  }

  /**
   * What the file says is kept outside of git.
   *
   * @param name how messages call it
   * @throws MalformedMetadata if it is no such file
   */
  public static List<DvcOut> read(String name, byte[] content) throws MalformedMetadata {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlFile.parse(name, content, problems);
    if (root.isEmpty() || !problems.isEmpty()) {
      Problem first = problems.sorted().getFirst();
      throw new MalformedMetadata("line " + first.place().line() + ": " + first.message());
    }
    if (!(root.get() instanceof Mapping map)) {
      throw new MalformedMetadata("is no file of DVC: it holds " + root.get().shape());
    }
    List<DvcOut> outs = new ArrayList<>();
    for (Mapping holder : holders(map)) {
      outs(holder, outs);
    }
    return List.copyOf(outs);
  }

  /** The map itself, or the stages of a lock file. */
  private static List<Mapping> holders(Mapping map) {
    Stream<Mapping> stages =
        map.get("stages").stream()
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .flatMap(all -> all.entries().stream())
            .map(YamlNode.Entry::value)
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast);
    return Stream.concat(Stream.of(map), stages).toList();
  }

  private static void outs(Mapping holder, List<DvcOut> outs) throws MalformedMetadata {
    Optional<YamlNode> list = holder.get("outs");
    if (list.isEmpty()) {
      return;
    }
    if (!(list.get() instanceof Sequence(var items, _))) {
      throw new MalformedMetadata("line " + list.get().place().line() + ": outs is no list");
    }
    String folder = text(holder, "wdir").filter(wdir -> !wdir.equals(".")).orElse("");
    for (YamlNode item : items) {
      if (outs.size() >= MOST_OUTS) {
        throw new MalformedMetadata("names more than %,d outs".formatted(MOST_OUTS));
      }
      outs.add(out(folder, item));
    }
  }

  private static DvcOut out(String folder, YamlNode item) throws MalformedMetadata {
    int line = item.place().line();
    if (!(item instanceof Mapping map)) {
      throw new MalformedMetadata("line " + line + ": an out is no map");
    }
    String path =
        text(map, "path")
            .filter(given -> !given.isBlank() && given.indexOf('\0') < 0)
            .orElseThrow(() -> new MalformedMetadata("line " + line + ": an out has no path"));
    String digest = text(map, "md5").orElse("");
    var md5 = MD5.matcher(digest);
    if (!digest.isEmpty() && !md5.matches()) {
      throw new MalformedMetadata("line " + line + ": md5 is no MD5");
    }
    return new DvcOut(
        folder.isEmpty() ? path : folder + "/" + path,
        digest.isEmpty() ? Optional.empty() : Optional.of(md5.group(1)),
        digest.endsWith(".dir"),
        text(map, "hash").isEmpty(),
        bytes(map));
  }

  private static OptionalLong bytes(Mapping map) {
    return text(map, "size")
        .filter(size -> NUMBER.matcher(size).matches())
        .map(size -> OptionalLong.of(Long.parseLong(size)))
        .orElse(OptionalLong.empty());
  }

  private static Optional<String> text(Mapping map, String key) {
    return map.get(key)
        .filter(value -> value instanceof Scalar scalar && !scalar.isNull())
        .map(value -> ((Scalar) value).text());
  }
}
