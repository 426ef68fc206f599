package dev.countersign.inspect.torch;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.zip.ZipArchive;
import dev.countersign.inspect.zip.ZipDialect;
import dev.countersign.inspect.zip.ZipMember;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files of {@code torch.save} and {@code torch.jit.save}. PyTorch takes the folder of the first
 * member for the folder of all, and finds records in it without regard to case ({@code
 * caffe2/serialize/inline_container.cc}).
 */
public final class TorchZip implements ZipDialect {
  /** Pickles that PyTorch's loaders read, of models and of programs, also for mobile devices. */
  private static final Set<String> PICKLES =
      Set.of(
          "data.pkl",
          "constants.pkl",
          "bytecode.pkl",
          "attributes.pkl",
          "mobile_debug_handles.pkl");

  private static final int LONGEST_VERSION = 100;

  @Override
  public String id() {
    return "pytorch";
  }

  @Override
  public String title() {
    return "PyTorch";
  }

  @Override
  public Set<String> endings() {
    return Set.of("pt", "pth", "bin", "ckpt", "ptl", "torch", "pt2");
  }

  @Override
  public boolean recognises(ZipArchive archive, Artefact artefact) {
    return archive.members().stream()
        .anyMatch(member ->
            member.fileName().toLowerCase(Locale.ROOT).equals("data.pkl") || packaged(member));
  }

  @Override
  public void inspect(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    String folder = folder(archive);
    examination.fact(ArtefactFact.FRAMEWORK, "PyTorch");
    boolean script = script(archive, folder);
    if (script) {
      examination.report(TorchRules.SCRIPT, artefact.fileName());
    }
    if (archive.members().stream().anyMatch(TorchZip::packaged)) {
      examination.report(TorchRules.PACKAGE, artefact.fileName());
    }
    for (String record : PICKLES) {
      records(archive, folder, record, examination);
    }
    for (ZipMember member : archive.members()) {
      member(archive, folder, member, script, examination);
    }
  }

  /** The folder that PyTorch reads from, with {@code /} at its end; empty where there is none. */
  private static String folder(ZipArchive archive) {
    String first = archive.members().isEmpty() ? "" : archive.members().getFirst().name();
    return first.substring(0, first.indexOf('/') + 1);
  }

  private static boolean script(ZipArchive archive, String folder) {
    return archive.members().stream()
        .anyMatch(member ->
            member.name().equalsIgnoreCase(folder + "constants.pkl")
                || member.name().startsWith(folder + "code/"));
  }

  private static boolean packaged(ZipMember member) {
    return member.name().endsWith("/.data/extern_modules")
        || member.name().endsWith("/.data/python_version");
  }

  private static void records(
      ZipArchive archive, String folder, String record, Examination examination)
      throws Broken, IOException {
    List<ZipMember> found =
        archive.members().stream()
            .filter(member -> member.name().equalsIgnoreCase(folder + record))
            .toList();
    if (found.size() > 1) {
      examination.report(TorchRules.AMBIGUOUS, found.size() + " members for " + folder + record);
    }
    for (ZipMember member : found) {
      pickle(archive, member, examination);
    }
  }

  private static void pickle(ZipArchive archive, ZipMember member, Examination examination)
      throws Broken, IOException {
    if (!archive.sealed(member)) {
      archive.take(member);
      examination.memberAs("pickle", member.name(), archive.open(member));
    }
  }

  private static void member(
      ZipArchive archive, String folder, ZipMember member, boolean script, Examination examination)
      throws Broken, IOException {
    if (archive.taken(member) || archive.sealed(member)) {
      return;
    }
    String name = member.name();
    String record = name.startsWith(folder) ? name.substring(folder.length()) : "";
    if (record.isEmpty() && PICKLES.contains(member.fileName().toLowerCase(Locale.ROOT))) {
      examination.report(TorchRules.ELSEWHERE, name);
    } else if (tensor(record)) {
      archive.take(member);
    } else if (script && record.startsWith("code/")) {
      code(archive, member, examination);
    } else if (record.equals("version") || record.equals(".data/version")) {
      examination.fact(ArtefactFact.FORMAT_VERSION, text(archive, member));
    }
  }

  /**
   * Whether it holds the numbers of a tensor: {@code data/0}, {@code constants/0}, {@code
   * tensors/0}.
   */
  private static boolean tensor(String record) {
    int slash = record.indexOf('/');
    String in = record.substring(0, Math.max(0, slash));
    return (in.equals("data") || in.equals("constants") || in.equals("tensors"))
        && !record.substring(slash + 1).isEmpty()
        && record.substring(slash + 1).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static void code(ZipArchive archive, ZipMember member, Examination examination)
      throws Broken, IOException {
    if (member.ending().equals("py")) {
      archive.take(member);
      ScriptCode.inspect(archive.open(member), member.name(), examination);
    } else if (member.ending().equals("debug_pkl")) {
      pickle(archive, member, examination);
    }
  }

  private static String text(ZipArchive archive, ZipMember member) throws Broken, IOException {
    archive.take(member);
    return new String(archive.open(member).copy(0, LONGEST_VERSION), StandardCharsets.UTF_8);
  }
}
