package dev.countersign.inspect.sevenzip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.Names;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** 7z. */
public final class SevenZipFormat implements Format {
  private static final Rule ENCRYPTED =
      Rule.error(
          "7z-encrypted",
          "The archive is encrypted.",
          "What is in it was not looked at.",
          "Decrypt it, and inspect what is inside.");

  private static final Rule BROKEN =
      Rule.error(
          "7z-broken",
          "The archive cannot be read to its end.",
          "What was not read may hold anything.",
          "Unpack it with a program that can, and inspect what comes out.");

  private static final Rule PATH =
      Rule.suspicious(
              "7z-path",
              "A member's name leaves the archive's folder, or shows as something else than it is.",
              "Whoever unpacks it by a program that does not check writes outside of the folder.",
              "Unpack what you trust, and pack it anew.")
          .see("CWE-22");

  @Override
  public String id() {
    return "7z";
  }

  @Override
  public String title() {
    return "7z archive";
  }

  @Override
  public Set<String> endings() {
    return Set.of("7z");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith('7', 'z', 0xBC, 0xAF, 0x27, 0x1C);
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    try (SevenZipReader reader = SevenZipReader.open(artefact.bytes())) {
      Optional<SevenZipReader.Member> member = reader.next(examination.budget());
      while (member.isPresent()) {
        tell(member.get(), examination);
        examination.member(member.get().name(), member.get().content());
        member = reader.next(examination.budget());
      }
    } catch (SevenZipReader.Encrypted encrypted) {
      examination.report(ENCRYPTED, 0, artefact.fileName());
    } catch (SevenZipReader.Cut cut) {
      examination.report(BROKEN, 0, cut.what());
    }
  }

  private static void tell(SevenZipReader.Member member, Examination examination) {
    if (Names.leaves(member.name()) || Names.misleading(member.name()).isPresent()) {
      examination.report(PATH, member.name());
    }
  }
}
