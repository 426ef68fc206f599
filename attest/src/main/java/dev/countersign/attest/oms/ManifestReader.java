package dev.countersign.attest.oms;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.oms.OmsManifest.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads a manifest from a statement, of today's form and of those before (section 11). Whatever
 * could be read in two ways is refused.
 */
final class ManifestReader {
  private static final Set<String> PREDICATE = Set.of("resources", "serialization");
  private static final Set<String> SERIALIZATION =
      Set.of("method", "hash_type", "shard_size", "allow_symlinks", "ignore_paths");

  private final Statement statement;
  private final List<String> notes = new ArrayList<>();

  ManifestReader(Statement statement) {
    this.statement = statement;
  }

  /** What a reader should know of the form, a sentence each. */
  List<String> notes() {
    return notes;
  }

  OmsManifest read() throws MalformedOms {
    return statement.predicateType().equals(OmsManifest.PREDICATE_TYPE_0_2) ? old() : today();
  }

  private OmsManifest today() throws MalformedOms {
    if (statement.subjects().size() != 1) {
      throw new MalformedOms(
          "The statement has %d subjects; a model is one.".formatted(statement.subjects().size()));
    }
    requireKnown(statement.predicate(), "predicate", PREDICATE);
    Subject subject = statement.subjects().get(0);
    Serialization serialization = serialization(statement.predicate().path("serialization"));
    List<Resource> resources = resources(statement.predicate().path("resources"), serialization);
    OmsManifest manifest =
        checked(new OmsManifest(subject.name().orElse(""), serialization, resources));
    if (!subject.sha256().equals(Optional.of(manifest.rootDigest()))) {
      throw new MalformedOms(
          "The digest of the subject is not that of the resources: the manifest contradicts"
              + " itself.");
    }
    return manifest;
  }

  /** Version 0.2 had the files as subjects and no serialisation. */
  private OmsManifest old() throws MalformedOms {
    notes.add("The manifest is in the form of OMS 0.2, which is out of use; sign the model again.");
    List<Resource> resources = new ArrayList<>();
    for (Subject subject : statement.subjects()) {
      if (subject.name().isEmpty() || subject.sha256().isEmpty()) {
        throw new MalformedOms("A subject has no name or no SHA-256.");
      }
      resources.add(new Resource(subject.name().get(), subject.sha256().get()));
    }
    return checked(
        new OmsManifest(
            "",
            new Serialization(HashAlgorithm.SHA256, OptionalLong.empty(), false, List.of()),
            resources));
  }

  private Serialization serialization(JsonNode json) throws MalformedOms {
    requireKnown(json, "serialisation", SERIALIZATION);
    String method = text(json, "method");
    boolean shards = method.equals("shards");
    if (!shards && !method.equals("files")) {
      throw new MalformedOms("The method of serialisation is neither files nor shards.");
    }
    if (!json.path("allow_symlinks").isBoolean()) {
      throw new MalformedOms("The serialisation has no \"allow_symlinks\".");
    }
    return new Serialization(
        HashAlgorithm.of(text(json, "hash_type"))
            .orElseThrow(
                () -> new MalformedOms("\"hash_type\" is none of sha256, blake2b and blake3.")),
        shardSize(json.path("shard_size"), shards),
        json.path("allow_symlinks").booleanValue(),
        ignored(json.path("ignore_paths")));
  }

  /** What it does not know may change what the rest means, and the schemas allow nothing else. */
  private static void requireKnown(JsonNode json, String what, Set<String> members)
      throws MalformedOms {
    if (!json.isObject() || !members.containsAll(json.propertyNames())) {
      throw new MalformedOms(
          "The %s is no object of %s.".formatted(what, String.join(", ", new TreeSet<>(members))));
    }
  }

  private static OptionalLong shardSize(JsonNode json, boolean shards) throws MalformedOms {
    if (!shards && json.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!shards || !json.isIntegralNumber() || !json.canConvertToLong() || json.longValue() < 1) {
      throw new MalformedOms(
          "\"shard_size\" has to be there, at least 1, for shards, and for nothing else.");
    }
    return OptionalLong.of(json.longValue());
  }

  private List<String> ignored(JsonNode json) throws MalformedOms {
    if (json.isMissingNode()) {
      notes.add("It does not say which paths were left out (a form from before OMS 1.1).");
      return List.of();
    }
    if (!json.isArray()) {
      throw new MalformedOms("\"ignore_paths\" is no list.");
    }
    List<String> paths = new ArrayList<>();
    for (JsonNode item : json) {
      if (!item.isString() || !ResourceName.isIgnorable(item.stringValue())) {
        throw new MalformedOms("An entry of \"ignore_paths\" is no plain path in the model.");
      }
      paths.add(item.stringValue());
    }
    return paths;
  }

  private List<Resource> resources(JsonNode json, Serialization how) throws MalformedOms {
    List<Resource> resources = new ArrayList<>(json.size());
    if (!json.isArray()) {
      throw new MalformedOms("The predicate has no list \"resources\".");
    }
    boolean old = false;
    for (JsonNode item : json) {
      old |= oldAlgorithm(text(item, "algorithm"), how);
      resources.add(new Resource(text(item, "name"), text(item, "digest")));
    }
    if (old) {
      notes.add("Its digests are named as the Python reference names those of shards.");
    }
    return resources;
  }

  /** The Python reference writes {@code sha256-sharded-1000000000} for shards. */
  private static boolean oldAlgorithm(String word, Serialization how) throws MalformedOms {
    if (word.equals(how.algorithm().word())) {
      return false;
    }
    if (how.shardSize().isPresent()
        && word.equals(how.algorithm().word() + "-sharded-" + how.shardSize().getAsLong())) {
      return true;
    }
    throw new MalformedOms("The algorithm of a resource is not that of the serialisation.");
  }

  private OmsManifest checked(OmsManifest manifest) throws MalformedOms {
    if (manifest.resources().isEmpty()) {
      throw new MalformedOms("It lists no file.");
    }
    Set<String> names = new HashSet<>();
    String before = "";
    boolean sorted = true;
    for (Resource resource : manifest.resources()) {
      check(resource, manifest);
      if (!names.add(resource.name())) {
        throw new MalformedOms("It lists a resource twice.");
      }
      sorted &= CodePointOrder.BY_CODE_POINT.compare(before, resource.name()) < 0;
      before = resource.name();
    }
    if (!sorted) {
      notes.add("Its resources are not in the order that OMS 1.0 asks for.");
    }
    ShardCover.check(manifest);
    return manifest;
  }

  private void check(Resource resource, OmsManifest manifest) throws MalformedOms {
    boolean alone = manifest.resources().size() == 1 && resource.name().equals(".");
    if (alone) {
      notes.add("It calls the only file \".\", as the Python reference did for single files.");
    } else if (!ResourceName.isCanonical(resource.name())) {
      throw new MalformedOms("The name of a resource is no canonical path in the model.");
    }
    int digits = 2 * manifest.serialization().algorithm().bytes();
    if (!resource.digest().matches("[0-9a-f]{" + digits + "}")) {
      throw new MalformedOms(
          "The digest of a resource is not %d lower-case hexadecimal digits.".formatted(digits));
    }
  }

  private static String text(JsonNode json, String name) throws MalformedOms {
    JsonNode value = json.path(name);
    if (!value.isString()) {
      throw new MalformedOms("The predicate lacks the text \"%s\".".formatted(name));
    }
    return value.stringValue();
  }
}
