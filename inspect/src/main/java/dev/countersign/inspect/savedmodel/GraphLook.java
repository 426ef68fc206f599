package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.text.OutwardPath;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through a graph, GraphDef, and its functions: which operators reach beyond it, and which
 * texts are no names. For one graph.
 */
final class GraphLook {
  private static final int LONGEST_NAME = 4096;
  private static final int LONGEST_TEXT = 1 << 14;
  private static final int MOST = 100_000;
  private static final Set<String> WRITES =
      Set.of("Save", "SaveSlices", "SaveV2", "MergeV2Checkpoints");

  private final Examination examination;
  private final Map<String, String> constants = new HashMap<>();
  private final List<Node> writers = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  /** What is kept of a node: a text constant goes by its name into a writer by its inputs. */
  private record Node(String name, String operator, List<String> inputs, long at) {}

  GraphLook(Examination examination) {
    this.examination = examination;
  }

  /** GraphDef. */
  void graph(Wire graph) throws Broken, IOException {
    while (graph.next()) {
      if (graph.holds(1)) {
        node(graph.message());
      } else if (graph.holds(2)) {
        library(graph.message());
      }
    }
    writers.forEach(this::writer);
    writers.clear();
  }

  /** FunctionDefLibrary. */
  private void library(Wire library) throws Broken, IOException {
    while (library.next()) {
      if (library.holds(1)) {
        function(library.message());
      }
    }
  }

  /** FunctionDef. */
  private void function(Wire function) throws Broken, IOException {
    while (function.next()) {
      if (function.holds(3)) {
        node(function.message());
      }
    }
  }

  /** NodeDef. */
  private void node(Wire node) throws Broken, IOException {
    String name = "";
    String operator = "";
    long at = node.at();
    List<String> inputs = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    while (node.next()) {
      switch (node.field()) {
        case 1 -> name = node.text(LONGEST_NAME);
        case 2 -> {
          operator = node.text(LONGEST_NAME);
          at = node.at();
        }
        case 3 -> {
          if (inputs.size() < 4) {
            inputs.add(node.text(LONGEST_NAME));
          }
        }
        case 5 -> attribute(node.message(), texts);
        default -> {}
      }
    }
    judge(new Node(name, operator, inputs, at), texts);
  }

  private void judge(Node node, Map<String, String> texts) {
    Optional<Rule> rule = Operators.judge(node.operator);
    if (rule.isPresent() && !packaged(node.operator, texts)) {
      report(rule.get(), node, texts.isEmpty() ? "" : " " + texts.values().iterator().next());
    } else if (WRITES.contains(node.operator) && writers.size() < MOST) {
      writers.add(node);
    }
    String output = texts.getOrDefault("output_stream", "");
    if (node.operator.equals("PrintV2") && output.startsWith("file:")) {
      report(TensorflowRules.FILE, node, " " + output);
    }
    String urls = texts.getOrDefault("debug_urls", "");
    if (node.operator.startsWith("Debug") && !urls.isEmpty()) {
      report(
          urls.startsWith("grpc") ? TensorflowRules.NETWORK : TensorflowRules.FILE,
          node,
          " " + urls);
    }
    if (node.operator.equals("Const") && texts.containsKey("value") && constants.size() < MOST) {
      constants.putIfAbsent(node.name, texts.get("value"));
    }
    texts.values().forEach(text -> prose(text, node));
  }

  /** A graph that was packed for mobile devices maps constants out of its own file. */
  private static boolean packaged(String operator, Map<String, String> texts) {
    return operator.equals("ImmutableConst")
        && texts.getOrDefault("memory_region_name", "").startsWith("memmapped_package://");
  }

  private void report(Rule rule, Node node, String more) {
    if (told.add(node.operator + more)) {
      examination.reportCall(
          rule, node.at, node.operator + " (" + node.name + ")" + more, node.operator);
    }
  }

  /** A place that is written to is the first input; where that is a constant, it is known. */
  private void writer(Node node) {
    Optional<String> place =
        node.inputs.stream()
            .map(input -> input.replaceFirst("^\\^", "").replaceFirst(":.*", ""))
            .flatMap(input -> Optional.ofNullable(constants.get(input)).stream())
            .filter(OutwardPath::leaves)
            .findFirst();
    place.ifPresent(path -> report(TensorflowRules.PATH, node, " " + path));
  }

  private void prose(String text, Node node) {
    Optional<Payload> payload = Payloads.in(text);
    if (payload.isPresent() && told.add(payload.get().excerpt())) {
      examination.report(
          TensorflowRules.TEXT,
          node.at,
          "%s in %s (%s): %s"
              .formatted(payload.get().kind(), node.operator, node.name, payload.get().excerpt()));
    }
  }

  /** An entry of the map of attributes: its texts, those in lists and tensors too. */
  private static void attribute(Wire entry, Map<String, String> texts) throws Broken, IOException {
    String key = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        key = entry.text(LONGEST_NAME);
      } else if (entry.holds(2)) {
        value(key, entry.message(), texts);
      }
    }
  }

  /** AttrValue: a text is its field 2, a list its field 1, a tensor its field 8. */
  private static void value(String key, Wire value, Map<String, String> texts)
      throws Broken, IOException {
    while (value.next()) {
      if (value.holds(2)) {
        keep(key, value, texts);
      } else if (value.holds(1)) {
        within(key, value.message(), 2, texts);
      } else if (value.holds(8)) {
        within(key, value.message(), 8, texts);
      }
    }
  }

  private static void within(String key, Wire holder, int field, Map<String, String> texts)
      throws Broken, IOException {
    while (holder.next()) {
      if (holder.holds(field)) {
        keep(key, holder, texts);
      }
    }
  }

  private static void keep(String key, Wire text, Map<String, String> texts)
      throws Broken, IOException {
    if (text.value() > 0 && text.value() <= LONGEST_TEXT && texts.size() < 50) {
      String value = text.text(LONGEST_TEXT);
      texts.putIfAbsent(texts.containsKey(key) ? key + texts.size() : key, value);
    }
  }
}
