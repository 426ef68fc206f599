package dev.countersign.attest.oms;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.hash.FileRange;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashProgress;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model consists of, as it is signed.
 *
 * @param model how the signer calls the model; identifies nothing
 * @param serialization how it was made
 * @param resources in the order in which they are signed
 */
public record OmsManifest(String model, Serialization serialization, List<Resource> resources) {
  /** The predicate type of every version from 0.3.1 on (section 5.1). */
  public static final String PREDICATE_TYPE = "https://model_signing/signature/v1.0";

  /** The predicate type of version 0.2: read, never written. */
  public static final String PREDICATE_TYPE_0_2 = "https://model_signing/Digests/v0.1";

  public OmsManifest {
    resources = List.copyOf(resources);
  }

  /**
   * A file or a shard of one.
   *
   * @param name the path in the model; for a shard with {@code :start:end}
   * @param digest lower-case hexadecimal
   */
  public record Resource(String name, String digest) {}

  /**
   * What a model consists of as it is now, by the usual choice of files, each by the SHA-256 of all
   * of it. Nobody vouches for it.
   *
   * @param model a folder or a file; its usual signature ({@link BundleFile#of}) is no part of it
   * @param progress is told how hashing goes
   * @throws UnfitModel if it is no model that could be signed
   * @throws IOException if a file cannot be read, or changes meanwhile
   * @throws InterruptedException if the thread is interrupted
   */
  public static OmsManifest unsigned(Path model, Symlinks links, HashProgress progress)
      throws IOException, UnfitModel, InterruptedException {
    return HashedModel.of(model, BundleFile.of(model), HashedModel.usual(links), links, progress)
        .manifest();
  }

  static OmsManifest of(String model, Serialization serialization, List<HashedFile> files) {
    List<Resource> resources = new ArrayList<>(files.size());
    boolean shards = serialization.shardSize().isPresent();
    for (HashedFile file : files) {
      for (FileRange range : file.ranges()) {
        resources.add(new Resource(name(file, range, shards), range.digest()));
      }
    }
    resources.sort(Comparator.comparing(Resource::name, CodePointOrder.BY_CODE_POINT));
    return new OmsManifest(model, serialization, resources);
  }

  /**
   * The digest that names the model (section 6.5.1): SHA-256 over the digests, 64 lower-case
   * hexadecimal digits. It does not cover the names of files; the signature does.
   */
  public String rootDigest() {
    MessageDigest digest = HashAlgorithm.SHA256.digest();
    resources.forEach(resource -> digest.update(HexFormat.of().parseHex(resource.digest())));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The statement to sign (section 6.6). */
  public Statement statement() {
    ObjectNode predicate = JsonNodeFactory.instance.objectNode();
    ArrayNode list = predicate.putArray("resources");
    String algorithm = serialization.algorithm().word();
    for (Resource resource : resources) {
      list.addObject()
          .put("name", resource.name())
          .put("digest", resource.digest())
          .put("algorithm", algorithm);
    }
    predicate.set("serialization", json(serialization));
    return new Statement(List.of(Subject.sha256(model, rootDigest())), PREDICATE_TYPE, predicate);
  }

  private static ObjectNode json(Serialization serialization) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("method", serialization.method());
    json.put("hash_type", serialization.algorithm().word());
    serialization.shardSize().ifPresent(size -> json.put("shard_size", size));
    json.put("allow_symlinks", serialization.allowSymlinks());
    if (!serialization.ignorePaths().isEmpty()) {
      ArrayNode paths = json.putArray("ignore_paths");
      serialization.ignorePaths().forEach(paths::add);
    }
    return json;
  }

  private static String name(HashedFile file, FileRange range, boolean shards) {
    return shards ? file.name() + ":" + range.start() + ":" + range.end() : file.name();
  }
}
