package dev.countersign.inspect.tar;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Siblings;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.text.Names;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into every member of a tar, and at what is odd about it. */
final class TarContents {
  private static final int STEP = 1 << 16;

  private final Artefact artefact;
  private final TarArchive archive;
  private final Examination examination;
  private final Map<String, TarMember> byName = new HashMap<>();

  TarContents(Artefact artefact, TarArchive archive, Examination examination) {
    this.artefact = artefact;
    this.archive = archive;
    this.examination = examination;
    archive.members().forEach(member -> byName.put(member.name(), member));
  }

  void inspect() throws Broken, IOException {
    for (TarMember member : archive.members()) {
      links(member);
      names(member);
    }
    duplicates();
    for (TarMember member : archive.members()) {
      if (member.content().length() > 0) {
        examination.member(new Artefact(member.name(), member.content(), siblings()));
      }
    }
    end(artefact.bytes(), archive, examination);
  }

  private void links(TarMember member) {
    if (member.device()) {
      examination.report(TarRules.DEVICE, member.header(), member.name());
    }
    boolean leaves =
        member.symbolicLink() && Names.leaves(member.name(), member.link())
            || member.hardLink() && Names.leaves(member.link());
    if (leaves) {
      examination.report(TarRules.LINK, member.header(), member.name() + " -> " + member.link());
    }
  }

  private void names(TarMember member) {
    names(member, examination);
  }

  static void names(TarMember member, Examination examination) {
    if (Names.leaves(member.name())) {
      examination.report(TarRules.PATH, member.header(), member.name());
    }
    Names.misleading(member.name())
        .ifPresent(why ->
            examination.report(TarRules.NAME, member.header(), member.name() + " has " + why));
    long size = member.content().length();
    if (member.file() && member.plainSize() > 0 && member.plainSize() != size) {
      examination.report(
          TarRules.SIZES,
          member.header(),
          "%s: %,d bytes, and %,d".formatted(member.name(), size, member.plainSize()));
    }
  }

  private void duplicates() {
    Set<String> seen = new HashSet<>();
    for (TarMember member : archive.members()) {
      if (member.file() && !seen.add(member.name())) {
        examination.report(TarRules.DUPLICATE, member.header(), member.name());
      }
    }
  }

  private Siblings siblings() {
    return (of, path) ->
        Names.beside(of, path)
            .flatMap(name -> Optional.ofNullable(byName.get(name)))
            .map(member -> new Artefact(member.name(), member.content(), siblings()));
  }

  /** What keeps a reader from its end, and what stands behind the blocks of zeros. */
  static void end(Bytes bytes, TarArchive archive, Examination examination)
      throws Broken, IOException {
    archive
        .broken()
        .ifPresent(broken -> examination.report(TarRules.BROKEN, broken.offset(), broken.what()));
    long behind = archive.broken().isPresent() ? archive.end() : filled(bytes, archive.end());
    if (behind < bytes.length()) {
      examination.report(TarRules.BEHIND, behind, "%,d bytes".formatted(bytes.length() - behind));
      examination.member(
          "[behind the end, at %d]".formatted(behind),
          bytes.slice(behind, bytes.length() - behind));
    }
  }

  /** The first block that is not zeros; the end where all are. */
  private static long filled(Bytes bytes, long from) throws IOException {
    for (long at = from; at < bytes.length(); at += STEP) {
      byte[] step = bytes.copy(at, STEP);
      for (int i = 0; i < step.length; i++) {
        if (step[i] != 0) {
          long place = at + i;
          return place - (place - from) % TarBlock.SIZE;
        }
      }
    }
    return bytes.length();
  }
}
