package dev.countersign.inspect.tar;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/** A layer of a container image, which only its image says that it is. */
public final class LayerFormat implements Format {
  static final String ID = "container-layer";

  /** Endings of what a system is made of. */
  private static final Set<String> SYSTEM =
      Set.of(
          "so", "a", "o", "py", "pyi", "pyc", "pyo", "sh", "pl", "pm", "rb", "js", "ts", "c", "h",
          "jar", "whl", "egg", "class", "exe", "dll", "bat", "ps1", "html", "md", "txt", "mo", "gz",
          "deb", "list", "conf", "cfg");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "layer of a container image";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) {
    return false;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    TarArchive archive = TarArchive.read(artefact.bytes(), 0);
    for (TarMember member : archive.members()) {
      TarContents.names(member, examination);
      if (member.content().length() > 0 && !system(member)) {
        examination.member(member.name(), member.content());
      }
    }
    TarContents.end(artefact.bytes(), archive, examination);
  }

  private static boolean system(TarMember member) throws IOException {
    if (member.ending().isEmpty() || member.name().contains(".so.")) {
      byte[] head = member.content().copy(0, 4);
      return head.length > 1
          && (head[0] == 0x7F && head[1] == 'E' || head[0] == '#' && head[1] == '!');
    }
    return SYSTEM.contains(member.ending());
  }
}
