package dev.countersign.inspect.orbax;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.text.Json;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What stands beside the numbers of a checkpoint of Orbax, and of arrays of Zarr: descriptions in
 * JSON, and the list of a database of OCDBT.
 *
 * @see <a href="https://google.github.io/tensorstore/">TensorStore, which reads them</a>
 */
public final class OrbaxFormat implements Format {
  private static final Set<String> NAMES =
      Set.of(
          "_METADATA",
          "_CHECKPOINT_METADATA",
          "_sharding",
          "array_metadatas",
          ".zarray",
          ".zattrs",
          ".zgroup",
          ".zmetadata",
          "zarr.json",
          "checkpoint.json");

  private static final Set<String> REMOTE =
      Set.of("http", "s3", "gcs", "gcs_grpc", "tsgrpc_kvstore");
  private static final Set<String> PICKLES = Set.of("pickle", "numcodecs.pickle");
  private static final Set<String> HANDLERS = Set.of("item_handlers", "handler", "handler_typestr");
  private static final int DEEPEST = 100;

  @Override
  public String id() {
    return "orbax";
  }

  @Override
  public String title() {
    return "Orbax or Zarr";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return database(artefact)
        || (NAMES.contains(artefact.fileName()) && json(artefact))
        || (artefact.fileName().equals("metadata.json") && json(artefact) && ofOrbax(artefact));
  }

  private static boolean database(Artefact artefact) throws IOException {
    return artefact.startsWith(0x0C, 0xDB, 0x3A, 0x2A)
        || artefact.startsWith(0x0C, 0xDB, 0x20, 0xDE);
  }

  private static boolean json(Artefact artefact) throws IOException {
    String start = new String(artefact.head(), StandardCharsets.UTF_8).stripLeading();
    return start.startsWith("{");
  }

  private static boolean ofOrbax(Artefact artefact) throws IOException {
    return new String(artefact.head(), StandardCharsets.UTF_8).contains("orbax");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(
        ArtefactFact.FRAMEWORK, artefact.fileName().contains("zarr") ? "Zarr" : "Orbax");
    if (!database(artefact)) {
      node("", Json.read(artefact.bytes()), examination, 0);
    }
  }

  private static void node(String key, JsonNode node, Examination examination, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isString()) {
      text(key, node.asString(), examination);
    } else if (node.isObject()) {
      store(node, examination);
      array(node, examination);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        boolean handlers = HANDLERS.contains(key) && entry.getValue().isString();
        node(handlers ? key : entry.getKey(), entry.getValue(), examination, depth + 1);
      }
    } else {
      node.forEach(item -> node(key, item, examination, depth + 1));
    }
  }

  private static void text(String key, String text, Examination examination) {
    if (HANDLERS.contains(key) && text.contains(".") && !text.startsWith("orbax.")) {
      examination.reportCall(OrbaxRules.HANDLER, 0, text, text);
    }
    Payloads.in(text)
        .ifPresent(found ->
            examination.report(
                OrbaxRules.TEXT, 0, "%s in %s: %s".formatted(found.kind(), key, found.excerpt())));
  }

  /** The place of data: a driver, and a path, a bucket or an address. */
  private static void store(JsonNode node, Examination examination) {
    String driver = node.path("driver").asString("");
    String path = node.path("path").asString("");
    String address = node.path("base_url").asString(node.path("url").asString(""));
    boolean outside = driver.equals("file") && OutwardPath.leaves(path);
    if (REMOTE.contains(driver) || outside || (!driver.isEmpty() && OutwardPath.address(address))) {
      String place = address.isEmpty() ? path : address;
      examination.report(OrbaxRules.PLACE, 0, driver + " " + place);
    }
  }

  /** The description of an array: its type, and how its chunks are packed. */
  private static void array(JsonNode node, Examination examination) {
    String id = node.path("id").asString(node.path("name").asString(""));
    if (PICKLES.contains(id)) {
      examination.report(OrbaxRules.PICKLE, 0, id);
    }
    if (node.path("dtype").asString("").equals("|O")) {
      examination.report(OrbaxRules.OBJECTS, 0, "dtype |O");
    }
  }
}
