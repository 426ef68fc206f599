package dev.countersign.inspect.tar;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Expanded;
import dev.countersign.inspect.compressed.Codec;
import java.io.IOException;
import java.util.Optional;

/**
 * An image of a container, as {@code docker save} writes it or as an OCI layout: its layers are
 * tars. Programs and links are what it is made of, so in layers only models and data are looked
 * into.
 */
final class ContainerImage {
  static final String ID = "container-image";
  static final String TITLE = "container image";

  private ContainerImage() {}

  static boolean is(TarArchive archive) {
    return archive.members().stream()
        .map(TarMember::name)
        .anyMatch(name ->
            name.equals("oci-layout")
                || name.equals("manifest.json")
                    && archive.members().stream().anyMatch(ContainerImage::layer));
  }

  private static boolean layer(TarMember member) {
    return member.name().endsWith("/layer.tar")
        || member.name().startsWith("blobs/sha256/")
        || member.name().matches("(?:sha256:)?[0-9a-f]{64}(?:\\.tar(?:\\.gz)?)?");
  }

  static void inspect(Artefact artefact, TarArchive archive, Examination examination)
      throws Broken, IOException {
    for (TarMember member : archive.members()) {
      TarContents.names(member, examination);
      if (member.content().length() > 0) {
        member(member, examination);
      }
    }
    TarContents.end(artefact.bytes(), archive, examination);
  }

  private static void member(TarMember member, Examination examination) throws Broken, IOException {
    Artefact inside = Artefact.of(member.name(), member.content());
    Optional<Codec> codec = Codec.of(inside);
    Bytes content = member.content();
    if (codec.isPresent()) {
      content =
          Expanded.whole(codec.get().expansion(content), codec.get().meter(examination.budget()))
              .bytes();
    }
    if (TarBlock.header(content.copy(0, TarBlock.SIZE)).isPresent()) {
      examination.memberAs(LayerFormat.ID, member.name(), content);
    } else {
      examination.member(inside);
    }
  }
}
