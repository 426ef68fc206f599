package dev.countersign.inspect.onnx;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks through one model: its graphs at any depth, its functions, its metadata. For one model. */
final class OnnxLook {
  private static final int LONGEST_NAME = 4096;
  private static final int LONGEST_TEXT = Payloads.LONGEST;
  private static final int DEEPEST = 20;

  /** Longer arguments of operators are vocabularies. */
  private static final int LONGEST_ARGUMENT = 1 << 14;

  private final Examination examination;
  private final Operators operators;
  private final Tensors tensors;
  private final OnnxFacts facts;
  private final Set<String> opsets = new TreeSet<>();

  OnnxLook(Artefact artefact, Examination examination) {
    this.examination = examination;
    this.operators = new Operators(examination);
    this.facts = new OnnxFacts(examination);
    this.tensors = new Tensors(artefact, examination, facts);
  }

  /** ModelProto. */
  void model(Wire model) throws Broken, IOException {
    String producer = "";
    String version = "";
    while (model.next()) {
      switch (model.field()) {
        case 1 -> examination.fact(ArtefactFact.FORMAT_VERSION, "IR " + model.value());
        case 2 -> producer = model.text(LONGEST_NAME);
        case 3 -> version = model.text(LONGEST_NAME);
        case 6 -> prose("doc_string", model);
        case 7 -> graph(model.message(), true, 0);
        case 8 -> opset(model.message());
        case 14 -> entry(model.message());
        case 20 -> training(model.message());
        case 25 -> function(model.message());
        default -> {}
      }
    }
    examination.fact(ArtefactFact.PRODUCER, (producer + " " + version).strip());
    examination.fact(ArtefactFact.OPSET, String.join(", ", opsets));
  }

  /** Tells of operators and facts, once all that could be read was read. */
  void tell() {
    operators.tell();
    facts.tell();
  }

  private void opset(Wire opset) throws Broken, IOException {
    String domain = "ai.onnx";
    long version = 0;
    while (opset.next()) {
      if (opset.holds(1)) {
        String named = opset.text(LONGEST_NAME);
        domain = named.isEmpty() ? domain : named;
      } else if (opset.field() == 2) {
        version = opset.value();
      }
    }
    opsets.add(domain + " " + version);
  }

  /** TrainingInfoProto: a graph that initialises, and one that trains. */
  private void training(Wire training) throws Broken, IOException {
    while (training.next()) {
      if (training.holds(1) || training.holds(2)) {
        graph(training.message(), false, 1);
      }
    }
  }

  /** GraphProto. */
  private void graph(Wire graph, boolean outermost, int depth) throws Broken, IOException {
    if (depth > DEEPEST) {
      examination.report(OnnxRules.DEEP, graph.at(), "%d graphs in each other".formatted(depth));
      return;
    }
    while (graph.next()) {
      switch (graph.field()) {
        case 1 -> node(graph.message(), depth);
        case 2 -> {
          if (outermost) {
            examination.fact(ArtefactFact.NAME, graph.text(LONGEST_NAME));
          }
        }
        case 5 -> tensors.tensor(graph.message(), graph.at(), true);
        case 10 -> prose("doc_string", graph);
        case 11, 12 -> {
          if (outermost) {
            facts.port(graph.field() == 11, graph.message());
          }
        }
        case 15 -> tensors.sparse(graph.message());
        case 16 -> entry(graph.message());
        default -> {}
      }
    }
  }

  /** NodeProto. */
  private Operators.Operator node(Wire node, int depth) throws Broken, IOException {
    String operator = "";
    String domain = "";
    long at = node.at();
    while (node.next()) {
      switch (node.field()) {
        case 4 -> {
          operator = node.text(LONGEST_NAME);
          at = node.at();
        }
        case 5 -> attribute(node.message(), depth);
        case 6 -> prose("doc_string", node);
        case 7 -> domain = node.text(LONGEST_NAME);
        case 9 -> entry(node.message());
        default -> {}
      }
    }
    return operators.used(domain, operator, at);
  }

  /** AttributeProto: graphs and tensors may stand in it. */
  private void attribute(Wire attribute, int depth) throws Broken, IOException {
    while (attribute.next()) {
      switch (attribute.field()) {
        case 4 -> {
          if (attribute.value() <= LONGEST_ARGUMENT) {
            prose("an attribute", attribute);
          }
        }
        case 5, 10 -> tensors.tensor(attribute.message(), attribute.at(), false);
        case 6, 11 -> graph(attribute.message(), false, depth + 1);
        case 13 -> prose("doc_string", attribute);
        case 22, 23 -> tensors.sparse(attribute.message());
        default -> {}
      }
    }
  }

  /** FunctionProto. */
  private void function(Wire function) throws Broken, IOException {
    String name = "";
    String domain = "";
    long at = function.at();
    List<Operators.Operator> called = new ArrayList<>();
    while (function.next()) {
      switch (function.field()) {
        case 1 -> name = function.text(LONGEST_NAME);
        case 7 -> called.add(node(function.message(), 1));
        case 8 -> prose("doc_string", function);
        case 10 -> domain = function.text(LONGEST_NAME);
        case 11 -> attribute(function.message(), 1);
        case 14 -> entry(function.message());
        default -> {}
      }
    }
    operators.defined(domain, name, at, called);
  }

  /** StringStringEntryProto. */
  private void entry(Wire entry) throws Broken, IOException {
    String key = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        key = entry.text(LONGEST_NAME);
      } else if (entry.holds(2)) {
        facts.entry(key, entry);
        text(key, entry, OnnxRules.TEXT);
      }
    }
  }

  private void prose(String what, Wire field) throws Broken, IOException {
    if (field.type() == Wire.BYTES && field.value() > 0) {
      text(what, field, OnnxRules.TEXT);
    }
  }

  private void text(String what, Wire field, Rule rule) throws Broken, IOException {
    if (field.value() < 8 || trace(what)) {
      return;
    }
    Optional<Payload> payload = Payloads.in(field.text(LONGEST_TEXT));
    if (payload.isPresent()) {
      String told = "%s in %s: %s".formatted(payload.get().kind(), what, payload.get().excerpt());
      examination.report(rule, field.at(), told);
    }
  }

  /** Exporters of PyTorch keep the lines of code that a node came from. */
  private static boolean trace(String key) {
    return key.startsWith("pkg.torch.onnx.") || key.startsWith("pkg.onnxscript.");
  }
}
