package dev.countersign.inspect.keras;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.text.LenientJson;
import dev.countersign.inspect.zip.ZipArchive;
import dev.countersign.inspect.zip.ZipDialect;
import dev.countersign.inspect.zip.ZipMember;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Models of Keras 3: a zip with {@code config.json}, {@code metadata.json} and weights. */
public final class KerasZip implements ZipDialect {
  @Override
  public String id() {
    return "keras";
  }

  @Override
  public String title() {
    return "Keras";
  }

  @Override
  public Set<String> endings() {
    return Set.of("keras");
  }

  @Override
  public boolean recognises(ZipArchive archive, Artefact artefact) throws IOException {
    boolean config = archive.member("config.json").isPresent();
    return artefact.ending().equals("keras")
        || config
            && (archive.member("metadata.json").isPresent()
                || archive.member("model.weights.h5").isPresent());
  }

  @Override
  public void inspect(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    Optional<ZipMember> metadata = archive.member("metadata.json");
    if (metadata.isPresent()) {
      JsonNode node = LenientJson.read(taken(archive, metadata.get()), examination);
      examination.fact(ArtefactFact.PRODUCER, "Keras " + node.path("keras_version").asString(""));
    }
    ZipMember config =
        archive
            .member("config.json")
            .orElseThrow(() -> new Broken(0, "no config.json, which every model has"));
    KerasConfig.inspect(LenientJson.read(taken(archive, config), examination), examination);
  }

  private static Bytes taken(ZipArchive archive, ZipMember member) throws Broken, IOException {
    archive.take(member);
    return archive.open(member);
  }
}
