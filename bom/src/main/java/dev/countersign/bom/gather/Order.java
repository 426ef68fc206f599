package dev.countersign.bom.gather;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a bill of materials is asked for.
 *
 * @param system the system; as its threat model says, or as it was drafted
 * @param drafted whether nobody wrote that threat model
 * @param hubModels names of models on a hub that code names; only where the system was drafted
 * @param folder its folder
 * @param made the time that the bill states
 * @param tool the version of Countersign
 * @param hash whether files are hashed
 * @param progress is told how hashing goes
 */
public record Order(
    SystemModel system,
    boolean drafted,
    List<String> hubModels,
    Path folder,
    Instant made,
    String tool,
    boolean hash,
    HashProgress progress) {
  public Order {
    hubModels = List.copyOf(hubModels);
    folder = folder.toAbsolutePath().normalize();
  }
}
