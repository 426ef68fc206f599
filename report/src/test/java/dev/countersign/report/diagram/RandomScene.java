package dev.countersign.report.diagram;

import dev.countersign.model.ElementKind;
import dev.countersign.report.diagram.scene.Boundary;
import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Node;
import dev.countersign.report.diagram.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Scenes of every shape, with short and long names, some of them lost, some full of lines. */
public final class RandomScene {
  private static final List<String> NAMES =
      List.of(
          "a",
          "fraud-gbt",
          "a-name-that-goes-on-and-on.until_it.fills-all-the-sixty-four-ok",
          "namewithoutanyplacewhereitcouldbreakandstillnotattheendofitallaa",
          "supplier of an-embedding-model",
          "\u6a21\u578b\u4f9b\u5e94\u5546\u6a21\u578b\u4f9b\u5e94\u5546\u6a21\u578b",
          "<U+202E>mWmWmWmW");
  private static final List<String> VERBS =
      List.of(
          "asks", "is searched by", "sends credentials, data, instructions, outputs to", "feeds");

  private final Random random;

  private RandomScene(long seed) {
    random = new Random(seed);
  }

  /** The scene of a seed. */
  public static Scene of(long seed) {
    return new RandomScene(seed).scene();
  }

  private Scene scene() {
    List<Boundary> zones = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      zones.add(
          new Boundary("zone" + i, pick(NAMES), List.of("trust zone", "trust: staff"), emphasis()));
    }
    List<Node> nodes = new ArrayList<>();
    int count = 1 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      nodes.add(node(i, zones));
    }
    List<Boundary> used =
        zones.stream()
            .filter(zone -> nodes.stream().anyMatch(n -> n.zone().equals(Optional.of(zone.id()))))
            .toList();
    return new Scene("k", "Data flow of something", List.of(), used, nodes, links(count));
  }

  private Node node(int number, List<Boundary> zones) {
    ElementKind[] kinds = ElementKind.values();
    boolean inside = !zones.isEmpty() && random.nextInt(3) > 0;
    return new Node(
        "node" + number,
        kinds[random.nextInt(kinds.length)],
        "kind of element",
        pick(NAMES),
        random.nextInt(5) == 0 ? List.of("3 models, 1 store", "with " + pick(NAMES)) : List.of(),
        random.nextInt(3),
        inside ? Optional.of(zones.get(random.nextInt(zones.size())).id()) : Optional.empty(),
        emphasis());
  }

  private List<Link> links(int nodes) {
    List<Link> links = new ArrayList<>();
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < from; to++) {
        if (random.nextInt(nodes) < 2) {
          links.add(random.nextBoolean() ? link(from, to) : link(to, from));
        }
      }
    }
    return links;
  }

  private Link link(int from, int to) {
    boolean step = random.nextInt(6) == 0;
    return new Link(
        "node" + from,
        "node" + to,
        List.of(pick(VERBS)),
        random.nextInt(4) == 0 ? List.of(pick(VERBS)) : List.of(),
        random.nextBoolean(),
        random.nextInt(2),
        step ? OptionalInt.of(1 + random.nextInt(12)) : OptionalInt.empty(),
        step ? Emphasis.ON_PATH : emphasis());
  }

  private Emphasis emphasis() {
    return random.nextBoolean() ? Emphasis.NORMAL : Emphasis.FADED;
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
