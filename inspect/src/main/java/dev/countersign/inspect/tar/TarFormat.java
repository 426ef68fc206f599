package dev.countersign.inspect.tar;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/** Tar, and images of containers. */
public final class TarFormat implements Format {
  private static final Set<String> ENDINGS =
      Set.of("tar", "ova", "nemo", "gem", "crate", "pt", "pth", "ckpt", "bin", "model");

  @Override
  public String id() {
    return "tar";
  }

  @Override
  public String title() {
    return "tar archive";
  }

  @Override
  public Set<String> endings() {
    return ENDINGS;
  }

  @Override
  public Set<String> closer() {
    return Set.of(ContainerImage.ID);
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return is(artefact);
  }

  /** Whether a header of tar stands first. */
  public static boolean is(Artefact artefact) throws IOException {
    return TarBlock.header(artefact.head()).isPresent();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    TarArchive archive = TarArchive.read(artefact.bytes(), 0);
    if (ContainerImage.is(archive)) {
      examination.format(ContainerImage.ID, ContainerImage.TITLE);
      ContainerImage.inspect(artefact, archive, examination);
    } else {
      new TarContents(artefact, archive, examination).inspect();
    }
  }
}
