package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.keras.KerasConfig;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.text.Json;
import dev.countersign.inspect.text.OutwardPath;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Looks through a graph with what belongs to it, MetaGraphDef. For one. */
final class MetaGraphLook {
  private static final int LONGEST = 4096;
  private static final int LONGEST_JSON = 16 << 20;
  private static final int MOST_PORTS = 100;

  private final Examination examination;

  MetaGraphLook(Examination examination) {
    this.examination = examination;
  }

  void look(Wire meta) throws Broken, IOException {
    while (meta.next()) {
      switch (meta.field()) {
        case 1 -> info(meta.message());
        case 2 -> new GraphLook(examination).graph(meta.message());
        case 4 -> collection(meta.message());
        case 5 -> signature(meta.message());
        case 6 -> asset(meta.message());
        case 7 -> objects(meta.message());
        default -> {}
      }
    }
  }

  /** MetaInfoDef: the version of TensorFlow is its field 5. */
  private void info(Wire info) throws Broken, IOException {
    while (info.next()) {
      if (info.holds(5)) {
        examination.fact(ArtefactFact.PRODUCER, "TensorFlow " + info.text(LONGEST));
      }
    }
  }

  /** An entry of the map of collections, whose bytes programs take for what they put in. */
  private void collection(Wire entry) throws Broken, IOException {
    String key = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        key = entry.text(LONGEST);
      } else if (entry.holds(2)) {
        lists(key, entry.message());
      }
    }
  }

  /** CollectionDef: names are its field 1, bytes its field 2; each has its values in field 1. */
  private void lists(String key, Wire collection) throws Broken, IOException {
    while (collection.next()) {
      if (collection.holds(1) || collection.holds(2)) {
        values(key, collection.message());
      }
    }
  }

  private void values(String key, Wire list) throws Broken, IOException {
    while (list.next()) {
      if (list.holds(1)) {
        long at = list.at();
        Payloads.in(list.text(LONGEST))
            .ifPresent(payload ->
                examination.report(
                    TensorflowRules.TEXT,
                    at,
                    "%s in collection %s: %s".formatted(payload.kind(), key, payload.excerpt())));
      }
    }
  }

  /** AssetFileDef. */
  private void asset(Wire asset) throws Broken, IOException {
    while (asset.next()) {
      if (asset.holds(2)) {
        String file = asset.text(LONGEST);
        if (OutwardPath.leaves(file) || OutwardPath.address(file)) {
          examination.report(TensorflowRules.ASSET, asset.at(), file);
        }
      }
    }
  }

  /** An entry of the map of signatures: the serving one tells inputs and outputs. */
  private void signature(Wire entry) throws Broken, IOException {
    String key = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        key = entry.text(LONGEST);
      } else if (entry.holds(2) && !key.startsWith("__")) {
        ports(entry.message());
      }
    }
  }

  private void ports(Wire signature) throws Broken, IOException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    while (signature.next()) {
      if (signature.holds(1)) {
        port(signature.message(), inputs);
      } else if (signature.holds(2)) {
        port(signature.message(), outputs);
      }
    }
    examination.fact(ArtefactFact.INPUTS, String.join("; ", inputs));
    examination.fact(ArtefactFact.OUTPUTS, String.join("; ", outputs));
  }

  private static void port(Wire entry, List<String> ports) throws Broken, IOException {
    String name = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        name = entry.text(LONGEST);
      } else if (entry.holds(2) && ports.size() < MOST_PORTS) {
        ports.add(name + ": " + TensorInfo.describe(entry.message()));
      }
    }
  }

  /** SavedObjectGraph: older versions of Keras kept its configuration in user objects. */
  private void objects(Wire graph) throws Broken, IOException {
    while (graph.next()) {
      if (graph.holds(1)) {
        object(graph.message());
      }
    }
  }

  private void object(Wire object) throws Broken, IOException {
    while (object.next()) {
      if (object.holds(4)) {
        Wire user = object.message();
        while (user.next()) {
          if (user.holds(3)) {
            keras(user, examination);
          }
        }
      }
    }
  }

  /** The configuration of a layer in a field of text. */
  static void keras(Wire text, Examination examination) throws Broken, IOException {
    byte[] json = text.bytes().copy(0, LONGEST_JSON);
    if (json.length < 2 || json[0] != '{') {
      return;
    }
    try {
      JsonNode config = Json.read(json);
      if (KerasConfig.is(config)) {
        KerasConfig.inspect(config, examination);
      }
    } catch (Broken other) {
      String lambda = new String(json, StandardCharsets.UTF_8);
      if (lambda.contains("\"Lambda\"")) {
        throw other;
      }
    }
  }
}
