package dev.countersign.inspect.zip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.engine.Budget;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Zip, and every format that is a zip. */
public final class ZipFormat implements Format {
  private static final Set<String> ENDINGS =
      Set.of("zip", "pyz", "jar", "war", "ear", "aar", "apk", "whl", "egg", "nupkg", "vsix");

  /** What installs software, and is trusted or not as such. */
  private static final Set<String> SOFTWARE =
      Set.of("jar", "war", "ear", "aar", "apk", "whl", "egg", "nupkg", "vsix");

  private static final Set<String> CODE =
      Set.of(
          "py", "pyi", "pyc", "so", "dll", "dylib", "pyd", "class", "dex", "exe", "sh", "bat",
          "js");

  private final List<ZipDialect> dialects;
  private final Set<String> endings;

  /** With the dialects that are found on the class path. */
  public ZipFormat() {
    this(
        ServiceLoader.load(ZipDialect.class, ZipFormat.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(ZipDialect::id))
            .toList());
  }

  /** With these dialects. */
  ZipFormat(List<ZipDialect> dialects) {
    this.dialects = List.copyOf(dialects);
    Set<String> all = new TreeSet<>(ENDINGS);
    dialects.forEach(dialect -> all.addAll(dialect.endings()));
    this.endings = Set.copyOf(all);
  }

  @Override
  public String id() {
    return "zip";
  }

  @Override
  public String title() {
    return "Zip archive";
  }

  @Override
  public Set<String> endings() {
    return endings;
  }

  @Override
  public Set<String> closer() {
    return dialects.stream().map(ZipDialect::id).collect(Collectors.toSet());
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith('P', 'K', 3, 4) || Tail.counts(artefact);
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    ZipArchive archive = ZipArchive.read(artefact.bytes(), examination.budget());
    ZipTricks.tell(archive, artefact, examination);
    if (SOFTWARE.contains(artefact.ending())) {
      software(archive, artefact, examination);
    }
    Optional<Broken> broken = Optional.empty();
    for (ZipDialect dialect : dialects) {
      if (dialect.recognises(archive, artefact)) {
        examination.format(dialect.id(), dialect.title());
        Optional<Broken> wrong = special(dialect, archive, artefact, examination);
        broken = broken.or(() -> wrong);
      }
    }
    for (ZipMember member : archive.members()) {
      if (!archive.taken(member)) {
        general(archive, member, examination);
      }
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  /** Code is what it is for; data in it is looked into all the same. */
  private static void software(ZipArchive archive, Artefact artefact, Examination examination) {
    examination.report(ZipRules.SOFTWARE, artefact.fileName());
    archive.members().stream()
        .filter(member -> CODE.contains(member.ending()))
        .forEach(archive::take);
  }

  private static Optional<Broken> special(
      ZipDialect dialect, ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    try {
      dialect.inspect(archive, artefact, examination);
      return Optional.empty();
    } catch (Budget.Exhausted exhausted) {
      throw exhausted;
    } catch (Broken broken) {
      return Optional.of(broken);
    }
  }

  /** Looks into a member by whatever it is. */
  static void general(ZipArchive archive, ZipMember member, Examination examination)
      throws Broken, IOException {
    if (member.folder() && member.size() == 0 || archive.sealed(member)) {
      return;
    }
    Artefact inside;
    try {
      inside = archive.artefact(member);
    } catch (Budget.Exhausted exhausted) {
      throw exhausted;
    } catch (Broken unreadable) {
      examination.report(ZipRules.UNREADABLE, unreadable.offset(), unreadable.what());
      return;
    }
    examination.member(inside);
  }
}
