package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Shape;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.Set;

/** A graph by itself: a frozen one, {@code .pb}, or one with what belongs to it, {@code .meta}. */
public final class GraphFormat implements Format {
  private static final Shape GRAPH = Shape.of().numbers(3).bytes(1, 2, 4, 5);
  private static final Shape META = Shape.of().bytes(1, 2, 3, 4, 5, 6, 7);
  private static final Shape NODE = Shape.of().bytes(1, 2, 3, 4, 5, 6, 7);

  @Override
  public String id() {
    return "tensorflow-graph";
  }

  @Override
  public String title() {
    return "TensorFlow graph";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return meta(artefact) || (GRAPH.fits(artefact) && holdsNode(artefact));
  }

  private static boolean meta(Artefact artefact) throws IOException {
    return artefact.ending().equals("meta") && META.fits(artefact) && META.has(artefact, 2);
  }

  /** A node has a name and an operator, which is a word. */
  private static boolean holdsNode(Artefact artefact) throws IOException {
    try {
      Wire graph = Wire.of(artefact.bytes());
      while (graph.next()) {
        if (graph.holds(1)) {
          Artefact node = Artefact.of("node", graph.bytes());
          return NODE.fits(node) && NODE.has(node, 1, 2) && operator(graph.message());
        }
      }
      return false;
    } catch (Broken other) {
      return false;
    }
  }

  private static boolean operator(Wire node) throws Broken, IOException {
    while (node.next()) {
      if (node.holds(2)) {
        return node.text(200).matches("[A-Za-z_][\\w.>]*");
      }
    }
    return false;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "TensorFlow");
    Wire wire = Wire.of(artefact.bytes());
    if (meta(artefact)) {
      new MetaGraphLook(examination).look(wire);
    } else {
      new GraphLook(examination).graph(wire);
    }
  }
}
